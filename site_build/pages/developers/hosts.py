"""What a host needs to know, made from what `make serve` does and from the rules of `_headers`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from site_build.host import headers, offline
from site_build.markup import tag
from site_build.media import TYPES, endings, is_packed_type, texts
from site_build.pages.table import Column, Table, words

if TYPE_CHECKING:
    from site_build.pages.page import Page

STRICT: Final = [
    {"ending": ".html", "why": "or the browser shows the source of a page"},
    {"ending": ".css", "why": "or pages have no layout"},
    {"ending": ".js", "why": "or nothing on a page works"},
    {"ending": ".svg", "why": "or the logo is missing"},
    {"ending": ".wasm", "why": "or each visit compiles Python anew"},
]
"""Files for which the type matters, and what happens with another."""

STRICT_TYPES: Final = Table[dict[str, str]](
    "cc-types",
    [
        Column("File", lambda _, one: tag("code", one["ending"])),
        Column("Content-Type", lambda _, one: tag("code", TYPES[one["ending"]])),
        Column("Why", words("why")),
    ],
)


def types(page: Page) -> str:
    """List the files whose type a host must get right.

    Args:
        page: The page.

    Returns:
        A table.
    """
    return STRICT_TYPES.render(page, STRICT)


def nginx(_: Page) -> str:
    """Write what nginx needs to know.

    Returns:
        A code block.
    """
    known = endings()
    types_block = "\n".join(f"    {kind} {' '.join(names)};" for kind, names in known.items())
    # nginx does both to text/html by itself, and warns where it is named.
    packed = [kind for kind in known if is_packed_type(kind) and kind != "text/html"]
    with_charset = [kind for kind in texts() if kind != "text/html"]
    # The theme's few files that are kept for good, scattered as they are, are not worth a rule.
    safety = {"Content-Security-Policy": headers.FRAMES, **headers.SAFETY}
    sent = "\n".join(f'    add_header {name} "{value}" always;' for name, value in safety.items())
    return f"""```nginx
map $uri $may_be_kept {{
  default "{headers.FRESH}";
  "~/({offline.OWN})/" "{headers.KEPT}";
}}

server {{
  listen 443 ssl;
  server_name example.org;
  root /srv/site;
  error_page 404 /404.html;

  types {{
{types_block}
  }}
  default_type {TYPES[""]};
  charset utf-8;
  charset_types {" ".join(with_charset)};

  gzip on;
  gzip_comp_level 6;
  gzip_vary on;
  gzip_types {" ".join(packed)};

  location / {{
    add_header Cache-Control $may_be_kept;
{sent}
  }}
}}
```"""


def gitlab(_: Page) -> str:
    """Write the job that publishes at GitLab, with copies for what should be compressed.

    Returns:
        A code block.
    """
    packed = [
        ending for kind, names in endings().items() if is_packed_type(kind) for ending in names
    ]
    return f"""```yaml
pages:
  image: python:3.13
  script:
    - SITE_URL="$CI_PAGES_URL" make site
    - find site -regextype posix-extended -regex '.+[.]({"|".join(packed)})'
      -exec gzip -9 --force --keep {{}} +
    - mv site public
  artifacts:
    paths:
      - public
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
```"""


def bucket(_: Page) -> str:
    """Write the commands that fill a bucket: first what pages name, then the pages.

    Returns:
        A code block.
    """
    folders = offline.OWN.split("|")
    first = " ".join(f'--include "{folder}/*"' for folder in folders)
    rest = " ".join(f'--exclude "{folder}/*"' for folder in folders)
    return f"""```sh
aws s3 sync site s3://example-site --exclude "*" {first} \\
    --cache-control "{headers.KEPT}"
aws s3 sync site s3://example-site --exclude "*" --include "assets/*" \\
    --cache-control "{headers.FRESH}"
aws s3 sync site s3://example-site {rest} --exclude "assets/*" \\
    --exclude "{headers.NAME}" --cache-control "{headers.FRESH}"
aws s3 website s3://example-site --index-document index.html --error-document 404.html
```"""
