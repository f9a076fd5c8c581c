"""An address as a QR code, for paper."""

from __future__ import annotations

from functools import cache

import segno


@cache
def qr_svg(address: str) -> str:
    """The QR code (ISO/IEC 18004, error correction M) of an address as an `<svg>` without a size or inline style.

    Its four modules of quiet zone are within; the style sheet gives it its size.
    """
    code = segno.make_qr(address, error="m")
    return code.svg_inline(omitsize=True, svgclass="kb-qr", lineclass=None)
