#!/usr/bin/env python3
"""Writes .lrmx files the way other programs write them, with what must be read.

    python3 make_lrmx.py OUTDIR --count 500 --seed 7 [--broken]

This is the “other program” of the tests: it shares no code with the reader
and knows the values before it disguises them. OUTDIR/expected.json says, per
file, what a correct reader finds. Same seed, same files. Needs nothing beyond
the standard library.

Every person, unit and number is invented: 清源县 does not exist and neither
does the area code 990101, so no identity number here can be anybody's.
"""

import argparse
import hashlib
import json
import os
import random
import sys

sys.dont_write_bytecode = True  # leave nothing beside the sources

from disguise import disguise
from person import Person


def write(path, raw):
    with open(path, "wb") as file:
        file.write(raw)


def write_broken(outdir, whole):
    """Files that have to be refused, and the kind of refusal."""
    cut = whole.index(b"</JianLi>") - 7  # amid the résumé, perhaps amid a character
    files = {
        "broken-truncated.lrmx": ("truncated", whole[:cut]),
        "broken-no-end.lrmx": ("truncated", whole[: whole.rindex(b"</Person>")]),
        "broken-empty.lrmx": ("empty", b""),
        "broken-zeros.lrmx": ("empty", b"\0" * 4096),
        "broken-lrm.lrmx": ("notxml", '"张三","男","199001","汉族"'.encode("gb18030")),
        "broken-zip.lrmx": ("notxml", b"PK\x03\x04\x14\x00\x00\x00\x08\x00"),
        "broken-root.lrmx": ("root", '<?xml version="1.0"?><html><body>登录</body></html>'.encode()),
        "broken-syntax.lrmx": ("syntax", whole.replace(b"</XingBie>", b"</XingBei>")),
    }
    for name, (_, raw) in files.items():
        write(os.path.join(outdir, name), raw)
    return [{"file": name, "kind": kind} for name, (kind, _) in files.items()]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("outdir")
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--broken", action="store_true")
    args = parser.parse_args()
    os.makedirs(args.outdir, exist_ok=True)
    rng = random.Random(args.seed)
    expected = {"files": [], "broken": []}
    for number in range(1, args.count + 1):
        person = Person(rng, number)
        raw, want = disguise(rng, person)
        want["file"] = f"{number:04d}.lrmx"
        write(os.path.join(args.outdir, want["file"]), raw)
        if want["photo"]:
            want["photo"]["sha256"] = hashlib.sha256(person.photo).hexdigest()
        expected["files"].append(want)
    if args.broken:
        plain = Person(rng, args.count + 1)
        raw, _ = disguise(rng, plain, tame=True)
        expected["broken"] = write_broken(args.outdir, raw)
    with open(os.path.join(args.outdir, "expected.json"), "w", encoding="utf-8", newline="\n") as file:
        json.dump(expected, file, ensure_ascii=False, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main()
