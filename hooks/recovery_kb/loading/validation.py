"""Plain data against a schema: pydantic's errors become problems with a place and a likely cure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from recovery_kb.nearest import nearest
from recovery_kb.problems import Problem, problem
from recovery_kb.yamlmarks import Marked
from recovery_kb.yamlmarks import Path as Where

ModelT = TypeVar("ModelT", bound=BaseModel)

TYPE_NAMES = {
    "string_type": "text",
    "bool_type": "truth",
    "int_type": "number",
    "list_type": "list",
    "dict_type": "mapping",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
}
"""What pydantic asked for, by the key of its name in the messages (`type-text`, …)."""


def validate(schema: type[ModelT], marked: Marked, path: str, where: Where = ()) -> tuple[ModelT, list[Problem]]:
    """The part of a document at `where` by its schema, faulty fields left out, and what is wrong with them."""
    data = marked.data
    for step in where:
        data = data[step]
    if not isinstance(data, dict):
        fault = problem(path, marked.at(*where), "field-type", field=_name(where), expected="type-mapping")
        return schema.model_construct(), [fault]
    # A field left empty is a field not stated; whether it may be absent is for the schema to say.
    stated = {key: value for key, value in data.items() if value is not None}
    try:
        return schema.model_validate(stated), []
    except ValidationError as error:
        details = error.errors(include_url=False)
    known = [field.alias or name for name, field in schema.model_fields.items()]
    problems = [
        _explain(detail, schema, marked, path, where, known)
        for detail in details
        if not _is_known_fault(marked, (*where, *_in_document(detail["loc"], marked, where)))
    ]
    faulty = {detail["loc"][0] for detail in details if detail["loc"]}
    problems = _without_consequences(problems, marked)
    valid = {key: value for key, value in stated.items() if key in known and key not in faulty}
    rest = schema.model_construct(**valid)
    for name, field in schema.model_fields.items():
        if not hasattr(rest, name):
            object.__setattr__(rest, name, {} if field.annotation is not str else "")
    return rest, _once(problems)


def _explain(
    detail: ErrorDetails, schema: type[BaseModel], marked: Marked, path: str, where: Where, known: list[str]
) -> Problem:
    loc = _in_document(detail["loc"], marked, where)
    at = marked.at(*where, *loc)
    name = _name(loc)
    kind = detail["type"]
    if detail["input"] is None or (kind == "missing" and (*where, *loc) in marked.marks):
        return problem(path, at, "field-empty", field=name)
    if kind == "missing":
        return problem(path, at, "field-missing", field=name)
    if kind == "extra_forbidden":
        near = nearest(str(loc[-1]), known if len(loc) == 1 else _nested(schema, loc))
        return problem(path, at, "field-unknown-near" if near else "field-unknown", field=name, near=near)
    if kind == "literal_error":
        value = detail["input"]
        allowed = _choices(detail)
        near = nearest(str(value), allowed) or allowed[0]
        return problem(path, at, "field-value", field=name, value=value, near=near, allowed=", ".join(allowed))
    if kind in {"string_too_short", "string_pattern_mismatch"}:
        return problem(path, at, "field-empty", field=name)
    expected = f"type-{TYPE_NAMES.get(kind, 'other')}"
    return problem(path, at, "field-type", field=name, expected=expected)


def _without_consequences(problems: list[Problem], marked: Marked) -> list[Problem]:
    """A field that is only misspelt is not missing too; nor does one miss what may stand under a broken name."""
    meant = {dict(found.values)["near"] for found in problems if found.code == "field-unknown-near"}
    is_broken = any(found.code == "yaml-key" for found in marked.problems)
    return [
        found
        for found in problems
        if found.code != "field-missing" or not (is_broken or dict(found.values)["field"] in meant)
    ]


def _is_known_fault(marked: Marked, loc: Where) -> bool:
    """Whether the value, or one around it, has been found faulty as YAML."""
    return any(loc[:end] in marked.faulty for end in range(1, len(loc) + 1))


def _in_document(loc: tuple[int | str, ...], marked: Marked, where: Where) -> tuple[int | str, ...]:
    """Pydantic's location without the names of union members, which are no part of the document."""
    steps: tuple[int | str, ...] = ()
    for step in loc:
        if (*where, *steps, step) in marked.marks:
            steps = (*steps, step)
    last = loc[-1] if loc else ""
    is_field = isinstance(last, str) and not any(sign in last for sign in "[(") and last not in {"str", "int", "bool"}
    return steps if steps and not (is_field and last not in steps) else (*steps, *((last,) if is_field else ()))


def _nested(schema: type[BaseModel], loc: tuple[int | str, ...]) -> list[str]:
    """The fields known where a nested unknown one stands."""
    field = next((f for n, f in schema.model_fields.items() if (f.alias or n) == loc[0]), None)
    stack = [field.annotation] if field else []
    while stack:
        part = stack.pop()
        if isinstance(part, type) and issubclass(part, BaseModel):
            return [inner.alias or name for name, inner in part.model_fields.items()]
        stack.extend(get_args(part))
    return []


def _choices(detail: ErrorDetails) -> list[str]:
    expected = str(detail.get("ctx", {}).get("expected", ""))
    return [choice.strip("' ") for choice in expected.replace(" or ", ", ").split(", ")]


def _name(loc: Iterable[Any]) -> str:
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in loc)


def _once(problems: list[Problem]) -> list[Problem]:
    """One problem a place and rule: a union reports each of its members."""
    seen: dict[tuple[int, int, str], Problem] = {}
    for found in problems:
        seen.setdefault((found.line, found.column, found.code), found)
    return list(seen.values())
