#!/usr/bin/python3
"""The loader and the RELAX NG grammar accept and refuse the same files.

Mutants of tests/bank/valid.xml, made from a fixed seed, are shown to the loader, to libxml2's
RELAX NG and to jing.  What the grammar refuses the loader must refuse; what the grammar accepts
the loader may refuse only with one of the messages about what no grammar can see.
"""
import os
import random
import re
import shutil
import subprocess
import tempfile
import xml.etree.ElementTree as ET
from copy import deepcopy
from pathlib import Path

from cases import case, main

ROOT = Path(os.environ.get("ROOT", Path(__file__).resolve().parents[2]))
TOOL = Path(os.environ.get("BUILD", ROOT / "build")) / "tests/bank/tool_check"
RNG = ROOT / "question-sets/item-bank.rng"
RNC = ROOT / "question-sets/item-bank.rnc"
VALID = ROOT / "tests/bank/valid.xml"
NS = "urn:viva:item-bank:1"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
MUTANTS = int(os.environ.get("MUTANTS", "10000" if "VIVA_SOAK" in os.environ else "400"))

# What the loader refuses and the grammar accepts: the list in question-sets/README.md.
BEYOND_THE_GRAMMAR = re.compile("|".join((
    r"this id stands already in line", r"a second <[a-z-]+> with id", r'no (topic|area|enemy-group) "',
    r"min \d+ is greater than max", r"answer-min \d+ is greater", r"must be at least 1",
    r"shares of the topics sum to", r"a second <grade> with value", r"lacks the <grade> with value",
    r"a second <anchor>", r"a second quota on the same thing", r"more than 32 key points",
    r"namespace .* is foreign", r"DOCTYPE is not allowed", r'encoding ".*": a bank must be',
)))

VALUES = ["", " ", "0", "1", "2", "3", "4", "5", "-1", "+1", "-0", "007", "1.0", "1.5", "1.50", "1.55", ".5", "4.", "15", "15.0",
          "15.1", "16", "1e1", "2147483647", "2147483648", "99999999999999999999", "yes", "no", " yes ", "YES", "en", "en-GB",
          "english", "toolonglanguage", "en_US", "x-klingon", "a b", " a ", "A", "a_b", "a-", "-a", "1a", "a" * 48, "a" * 49,
          "2024-02-29", "2023-02-29", "2023-2-01", "2023-02-01Z", "2023-02-01+14:00", "2023-02-01+14:01", "02023-02-01",
          "0000-01-01", "-0044-03-15", "concept", " scenario ", "draft", "overlap", "code", "http://[", "http://example.org/a b",
          "%zz", "#a#b", "http://example.org/é", "mailto:a@b", "1 2", "10%", "leak", "data", "metrics", "\t1\n"]


def spell(root):
    ET.register_namespace("", NS)
    return ET.tostring(root, encoding="utf-8", xml_declaration=True)


def parents(root):
    return [(parent, child) for parent in root.iter() for child in parent]


def delete_element(rng, root):
    parent, child = rng.choice(parents(root))
    parent.remove(child)


def duplicate_element(rng, root):
    parent, child = rng.choice(parents(root))
    copy = deepcopy(child)
    if "id" in copy.attrib and rng.random() < 0.7:
        copy.set("id", f"copy-{rng.randrange(10 ** 6)}")
    parent.insert(rng.randrange(len(parent) + 1) if rng.random() < 0.5 else list(parent).index(child), copy)


def move_element(rng, root):
    parent, child = rng.choice(parents(root))
    parent.remove(child)
    target = rng.choice([parent, rng.choice(list(root.iter()))])
    target.insert(rng.randrange(len(target) + 1), child)


def rename_element(rng, root):
    names = sorted({e.tag for e in root.iter()}) + ["{%s}unknown" % NS, "plain", "{urn:other}p"]
    rng.choice(list(root.iter())).tag = rng.choice(names)


def with_attributes(rng, root):
    return rng.choice([e for e in root.iter() if e.attrib])


def delete_attribute(rng, root):
    element = with_attributes(rng, root)
    del element.attrib[rng.choice(sorted(element.attrib))]


def change_value(rng, root):
    element = with_attributes(rng, root)
    element.set(rng.choice(sorted(element.attrib)), rng.choice(VALUES))


def add_attribute(rng, root):
    names = sorted({name for e in root.iter() for name in e.attrib}) + ["unknown", "{urn:other}a"]
    rng.choice(list(root.iter())).set(rng.choice(names), rng.choice(VALUES))


def rename_attribute(rng, root):
    element = with_attributes(rng, root)
    name = rng.choice(sorted(element.attrib))
    names = sorted({name for e in root.iter() for name in e.attrib}) + ["unknown"]
    element.set(rng.choice(names), element.attrib.pop(name))


def change_text(rng, root):
    element = rng.choice(list(root.iter()))
    element.text = rng.choice(VALUES)


def change_tail(rng, root):
    rng.choice(parents(root))[1].tail = rng.choice(["", " ", "stray", "\n"])


def change_date(rng, root):
    next(root.iter("{%s}date" % NS)).text = rng.choice(VALUES)


def empty_element(rng, root):
    element = rng.choice(list(root.iter()))
    for child in list(element):
        element.remove(child)
    element.text = rng.choice([None, "text", " "])


MUTATIONS = [delete_element, duplicate_element, move_element, rename_element, delete_attribute, change_value, change_value,
             change_value, add_attribute, rename_attribute, change_text, change_tail, change_date, empty_element]


def mutant(seed):
    rng = random.Random(seed)
    root = ET.fromstring(VALID.read_bytes())
    rng.choice(MUTATIONS)(rng, root)
    if rng.random() < 0.2 and len(root) > 1:        # the first one may have left little to change
        rng.choice(MUTATIONS)(rng, root)
    return spell(root)


def systematic():
    """Each attribute with each value that its place may make interesting, and each element gone."""
    base = ET.fromstring(VALID.read_bytes())
    seen = set()
    for position, element in enumerate(base.iter()):
        for name in sorted(element.attrib):
            if (element.tag, name) in seen:
                continue
            seen.add((element.tag, name))
            for value in VALUES:
                root = ET.fromstring(VALID.read_bytes())
                list(root.iter())[position].set(name, value)
                yield spell(root)


def judge(files):
    """{file: (viva accepts, messages, xmllint accepts, jing accepts)}"""
    names = [str(f) for f in files]
    run = lambda *argv: subprocess.run(argv, stdout=subprocess.PIPE, stderr=subprocess.STDOUT).stdout.decode("utf-8", "replace")
    viva, messages = {}, {}
    for line in run(str(TOOL), "-v", *names).splitlines():
        found = re.match(r"(ok|bad) (.*)$", line)
        if found:
            viva[found[2]] = found[1] == "ok"
        elif ": error: " in line:
            messages.setdefault(line.split(":", 1)[0], []).append(line.split(": error: ", 1)[1])
    lint = {name: None for name in names}
    for line in run("xmllint", "--noout", "--relaxng", str(RNG), *names).splitlines():
        found = re.match(r"(.*?) (validates|fails to validate)$", line)
        if found:
            lint[found[1]] = found[2] == "validates"
    jing = {name: True for name in names}
    for line in run("jing", str(RNG), *names).splitlines():
        found = re.match(r"(.*?):\d+:\d+: (error|fatal)", line)
        assert found, line
        jing[found[1]] = False
    assert set(viva) == set(names) and None not in lint.values()
    return {n: (viva[n], messages.get(n, []), lint[n], jing[n]) for n in names}


def keep(name):
    folder = Path(os.environ.get("BUILD", ROOT / "build")) / "mutants"
    folder.mkdir(parents=True, exist_ok=True)
    return shutil.copy(name, folder)


def compare(texts):
    """What the loader gets wrong, one line for each file, and how many files the grammar refuses."""
    wrong, refused = [], 0
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for i, text in enumerate(texts):
            files.append(Path(folder) / f"{i:05d}.xml")
            files[-1].write_bytes(text)
        for name, (viva, messages, lint, jing) in judge(files).items():
            # The value of 1.50 has one decimal, as XML Schema counts; jing counts digits.
            if lint and not jing and b'="1.50"' in Path(name).read_bytes():
                jing = True
            beyond = bool(messages) and all(BEYOND_THE_GRAMMAR.search(m) for m in messages)
            refused += not lint
            if lint == jing and (viva == lint or (lint and not viva and beyond)):
                continue
            wrong.append(f"viva {viva}, xmllint {lint}, jing {jing}: {messages[:2]}"
                         + (f", kept as {keep(name)}" if len(wrong) < 3 else ""))
    return wrong, refused


@case
def the_rng_is_what_trang_makes_of_the_rnc():
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "item-bank.rng"
        subprocess.run(["trang", str(RNC), str(made)], check=True)
        assert made.read_bytes() == RNG.read_bytes(), "run: trang question-sets/item-bank.rnc question-sets/item-bank.rng"


@case
def the_test_bank_is_valid_for_loader_and_grammar():
    (viva, messages, lint, jing), = judge([VALID]).values()
    assert viva and lint and jing, messages


@case
def loader_and_grammar_agree_on_mutants():
    wrong, refused = compare([mutant(seed) for seed in range(MUTANTS)])
    assert not wrong, f"{len(wrong)} of {MUTANTS}: " + "; ".join(wrong[:10])
    # A run that refused nothing, or everything, would show nothing.
    assert MUTANTS * 0.2 < refused < MUTANTS * 0.9, refused


@case
def loader_and_grammar_agree_on_each_value_of_each_attribute():
    texts = list(systematic())
    assert len(texts) > 2000, len(texts)
    wrong, refused = compare(texts)
    assert not wrong, f"{len(wrong)} of {len(texts)}: " + "; ".join(wrong[:10])
    assert refused > len(texts) / 5


main()
