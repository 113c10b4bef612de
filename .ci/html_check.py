"""Gives HTML to TDLib's own parser, the one that the Bot API server calls.

Reads a file of JSON strings, one a line, and exits with 1 if TDLib refuses one
of them, or takes one of those that show that it refuses at all.
"""

import json
import sys

import tdjson

REFUSED = [
    "<p>a</p>",
    "a<br>b",
    "a < b",
    "<b>a",
    "a</b>",
    "<b><i>a</b></i>",
    '<a href="https://example.org>a</a>',
]


def execute(request):
    return json.loads(tdjson.td_execute(json.dumps(request).encode()))


def parse(html):
    """What TDLib makes of the HTML; an object of type "error" if nothing."""
    mode = {"@type": "textParseModeHTML"}
    return execute({"@type": "parseTextEntities", "text": html, "parse_mode": mode})


def main(path):
    # TDLib's log, which goes to stderr.
    execute({"@type": "setLogVerbosityLevel", "new_verbosity_level": 0})

    for html in REFUSED:
        if parse(html)["@type"] != "error":
            sys.exit(f"FAILED: TDLib takes {html!r}: it is no judge")

    with open(path, encoding="utf-8") as lines:
        strings = [json.loads(line) for line in lines]
    refused = 0
    for number, html in enumerate(strings, start=1):
        result = parse(html)
        if result["@type"] == "error":
            refused += 1
            print(f"{path}:{number}: {result['message']}: {html!r}", file=sys.stderr)
    if not strings:
        sys.exit("FAILED: there is nothing to judge")
    if refused:
        sys.exit(f"FAILED: TDLib refuses {refused} of {len(strings)} strings")
    print(f"TDLib takes all {len(strings)} strings, and refuses {len(REFUSED)} that it should")


if __name__ == "__main__":
    main(sys.argv[1])
