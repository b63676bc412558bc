"""A picture for each page, which other sites show beside a link to it."""

from __future__ import annotations

import re
import unicodedata
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File
from PIL import Image, ImageDraw, ImageFont

from site_build.head import titles

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

FOLDER = "cards"
SIZE = WIDTH, HEIGHT = 1200, 630
MARGIN = 90
COLORS = 32
"""Enough for the edges of letters on one ground, and few enough for a small file."""
STAND_INS = {"–": "-", "—": "-"}
"""What the font that Pillow brings lacks, and what takes its place."""


def place(url: str) -> str:
    """Say where the picture of a page is.

    Args:
        url: The page's address below the site's root.

    Returns:
        The picture's address below the site's root.

    Example:
        >>> place("identifiers/cage/"), place("")
        ('cards/identifiers-cage.png', 'cards/home.png')
    """
    return f"{FOLDER}/{url.strip('/').replace('/', '-') or 'home'}.png"


def add(files: Files, config: MkDocsConfig) -> None:
    """Add the picture of every page to the site.

    Args:
        files: All files of the site, their pages read.
        config: MkDocs' own settings.
    """
    ink = palette((Path(config.docs_dir) / "stylesheets/palette.css").read_text(encoding="utf-8"))
    for page in [file.page for file in files.documentation_pages() if file.page]:
        title, description = titles.of(page, config)
        content = draw(title, description, config.site_name, ink)
        files.append(File.generated(config, place(page.url), content=content))


def palette(css: str) -> dict[str, str]:
    """Read the site's colors; of those with a value for light and dark, that for light.

    Args:
        css: The style sheet that names them.

    Returns:
        Color by name.

    Example:
        >>> palette("--cc-navy: #14263d; --cc-paper: #fff; --cc-navy: #0b1119;")
        {'cc-navy': '#14263d', 'cc-paper': '#fff'}
    """
    found: dict[str, str] = {}
    for name, value in re.findall(r"--([\w-]+): (#[0-9a-f]+);", css):
        found.setdefault(name, value)
    return found


def draw(title: str, description: str, site: str, ink: dict[str, str]) -> bytes:
    """Draw a picture.

    Args:
        title: What is written large.
        description: What is written below, cut after three lines.
        site: The name of the site.
        ink: Color by name, as `palette` gives it.

    Returns:
        A PNG, with the same bytes for the same words.
    """
    image = Image.new("RGB", SIZE, ink["cc-navy"])
    pen = ImageDraw.Draw(image)
    pale = ink["md-primary-bg-color--light"]
    pen.rectangle((0, HEIGHT - 24, WIDTH, HEIGHT), ink["cc-brass"])
    pen.text((MARGIN, 66), readable(site), pale, _font(40))
    pen.rectangle((MARGIN, 132, MARGIN + 96, 138), ink["cc-brass"])
    lower = _lines(pen, 170, title, (84, 2, ink["cc-paper"]))
    _lines(pen, lower + 24, description, (38, 3, pale))
    written = BytesIO()
    few = image.quantize(COLORS, dither=Image.Dither.NONE)
    few.save(written, "PNG", optimize=True)
    return written.getvalue()


def readable(words: str) -> str:
    """Replace what the font lacks: letters lose their accents, dashes become hyphens.

    Args:
        words: Words of a page.

    Returns:
        Words that can be drawn.

    Example:
        >>> readable("Pessoa Jurídica – “Ü”")
        'Pessoa Juridica - “U”'
    """
    plain = "".join(STAND_INS.get(char, char) for char in unicodedata.normalize("NFKD", words))
    return "".join(char for char in plain if not unicodedata.combining(char))


def _lines(pen: ImageDraw.ImageDraw, top: int, words: str, style: tuple[int, int, str]) -> int:
    """Write words in as many lines as they need and may have, and say where they end."""
    size, most, color = style
    font = _font(size)
    lines = _wrap(readable(words), font)
    if len(lines) > most:
        lines = [*lines[: most - 1], f"{lines[most - 1].rstrip(',;:.')} …"]
    for line in lines:
        pen.text((MARGIN, top), line, color, font)
        top += round(size * 1.25)
    return top


def _wrap(words: str, font: ImageFont.FreeTypeFont) -> list[str]:
    """Break words into lines of the picture's width."""
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= WIDTH - 2 * MARGIN:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _font(size: int) -> ImageFont.FreeTypeFont:
    """Give Pillow's own font in a size."""
    font = ImageFont.load_default(size)
    if not isinstance(font, ImageFont.FreeTypeFont):
        raise TypeError("Pillow was built without FreeType, so it can write in one size only")
    return font
