"""Figures as a table that can be read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import median, quantiles
from typing import Any

STOCK = "Material"
Figures = dict[str, Any]


def spread(values: Sequence[float]) -> Figures:
    """Median, and how far the values lie apart."""
    if not values:
        return {"count": 0}
    tenths = quantiles(values, n=10, method="inclusive") if len(values) > 1 else [values[0]] * 9
    found = {"median": median(values), "p10": tenths[0], "p90": tenths[8], "min": min(values), "max": max(values)}
    return {"count": len(values), **{name: round(value, 3) for name, value in found.items()}}


def table(figures: Figures) -> str:
    """The whole report in Markdown."""
    lines = [
        f"# Search on {figures['summaries']:,} summaries a language",
        "",
        f"{figures['processors']} processors; load {figures['load at start']} at the start, {figures['load at end']} "
        "at the end. Bytes are bodies as they go over the wire, with gzip.",
        "",
        *_index(figures["index"]),
        "",
        *_use(figures["use"]),
    ]
    if figures["not found"]:
        lines += ["", f"Asked for and not there: {', '.join(figures['not found'])}"]
    return "\n".join(lines) + "\n"


def _index(index: Figures) -> list[str]:
    names = list(index)
    lines = [_row(["index", *names]), _row(["---", *["---:"] * len(names)])]
    rows: list[tuple[str, Callable[[Figures], str]]] = [
        ("seconds to build", lambda own: f"{own['seconds']:.1f}"),
        ("of stock", lambda own: _ratio(own["seconds"], index[STOCK]["seconds"])),
        ("processor seconds", lambda own: f"{own['processor seconds']:.1f}"),
        ("seconds of the whole site build", lambda own: f"{own['whole build']:.1f}" if "whole build" in own else "–"),
        ("pages", lambda own: f"{own['pages']:,}"),
        ("MB on disk", lambda own: f"{own['bytes on disk'] / 1e6:.1f}"),
        ("files", lambda own: f"{own['files']:,}"),
        ("load before and after", lambda own: f"{own['load before']} → {own['load after']}"),
    ]
    return lines + [_row([title, *(show(index[name]) for name in names)]) for title, show in rows]


def _use(use: Figures) -> list[str]:
    names = list(use)
    lines = [_row(["", "language", *names]), _row(["---", "---", *["---:"] * len(names)])]
    rows: list[tuple[str, Callable[[Figures], Figures], Callable[[float], str]]] = [
        ("first use, kB", lambda own: own["cold"]["first use"], _kb),
        ("query cold, alone, kB", lambda own: own["cold"]["query alone"], _kb),
        ("query cold, with first use, kB", lambda own: own["cold"]["query with first use"], _kb),
        ("until ready, s", lambda own: own["cold"]["seconds until ready"], lambda value: f"{value:.2f}"),
        ("key to results, new query, ms", lambda own: own["warm"]["new query"], _ms),
        ("key to results, repeated, ms", lambda own: own["warm"]["query repeated"], _ms),
    ]
    for title, pick, show in rows:
        for language in next(iter(use.values())):
            stock = _picked(use[STOCK], language, pick)
            cells = [_cell(_picked(use[name], language, pick), stock, show) for name in names]
            lines.append(_row([title, language, *cells]))
    for language in next(iter(use.values())):
        loads = [f"{use[name][language]['load before']} → {use[name][language]['load after']}" for name in names]
        lines.append(_row(["load before and after", language, *loads]))
    lines += ["", "Median (10th to 90th percentile), ratio to stock Material. Key to results is measured:", ""]
    return lines + [f"- {name}: {next(iter(use[name].values()))['way']}" for name in names]


def _picked(own: Figures, language: str, pick: Callable[[Figures], Figures]) -> Figures:
    return {"count": 0} if "failed" in own[language] else pick(own[language])


def _cell(own: Figures, stock: Figures, show: Callable[[float], str]) -> str:
    if not own["count"]:
        return "–"
    text = f"{show(own['median'])} ({show(own['p10'])}–{show(own['p90'])})"
    return text if own is stock or not stock["count"] else f"{text} {_ratio(own['median'], stock['median'])}"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _ratio(one: float, other: float) -> str:
    return f"×{one / other:.2g}" if other else ""


def _kb(value: float) -> str:
    return f"{value / 1000:.0f}"


def _ms(value: float) -> str:
    return f"{value:.1f}" if value < 10 else f"{value:.0f}"
