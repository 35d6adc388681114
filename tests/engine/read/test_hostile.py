"""Worse than what people draw: refused or run, in less than two seconds of work and 300 MB, and never a traceback."""

import io
import resource
import time
import zipfile
from pathlib import Path

import pytest

from app.engine.examine import examine
from app.engine.finding import Finding
from app.engine.read.child import MEGABYTES, SECONDS, Child
from tests.engine.dmn.models import decision, literal, model, table
from tests.engine.drawing import HEAD, START, ends, flows, script

CORPUS = Path(__file__).parents[4] / "shared" / "corpus" / "hostile"
TAIL = "</definitions>"


def process(body: str, head: str = HEAD, id: str = "p") -> str:
    return f'{head}<process id="{id}" isExecutable="true">{body}</process>{TAIL}'


def laughing(definition: str) -> bytes:
    return f"<!DOCTYPE l [{definition}]>{process(START + ends('e') + flows('s e'))}".encode()


def nested(tag: str, depth: int) -> str:
    opened = "".join(f'<{tag} id="n{n}">' for n in range(depth))
    return process(START + opened + f"</{tag}>" * depth + ends("e") + flows("s e"))


def chained(number: int) -> str:
    tasks = "".join(f'<task id="t{n}"/>' for n in range(number))
    ways = flows("s t0", *(f"t{n} t{n + 1}" for n in range(number - 1)), f"t{number - 1} e")
    return process(START + tasks + ends("e") + ways)


def meshed(number: int) -> str:
    """Every gateway leads to every later one: no two ways through it are alike."""
    gates = "".join(f'<inclusiveGateway id="g{n}"/>' for n in range(number))
    ways = [f"g{a} g{b}: n > {b}" for a in range(number) for b in range(a + 1, number)]
    return process(START + gates + ends("e") + flows("s g0", *ways, f"g{number - 1} e"))


def calling(number: int) -> str:
    """Processes that call each other in a circle."""
    one = '<process id="p{0}"><startEvent id="s{0}"/><callActivity id="c{0}" calledElement="p{1}"/>{2}</process>'
    return HEAD + "".join(one.format(n, (n + 1) % number, flows(f"s{n} c{n}")) for n in range(number)) + TAIL


def zipped(**files: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in files.items():
            out.writestr(name, data)
    return stream.getvalue()


def zipped_often(data: bytes, times: int) -> bytes:
    for _ in range(times):
        data = zipped(**{"a.zip": data})
    return data


def attributes(name: str) -> str:
    written = " ".join(f"{name.format(n)}='u'" for n in range(100_000))
    return f"<a {written}/>"


LONG = "x" * 3_000_000
SOUND = process(START + ends("e") + flows("s e"))
FILES = {
    "an entity of entities": laughing("".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 20}">' for n in range(1, 30))),
    "one entity a million times": laughing(f'<!ENTITY a "{"a" * 50_000}">').replace(
        b"</process>", b"&a;" * 50_000 + b"</process>"
    ),
    "an entity of itself": laughing('<!ENTITY a "&b;"><!ENTITY b "&a;">'),
    "an entity in an attribute": laughing('<!ENTITY a "x">').replace(b'id="e"', b'id="&a;"'),
    "a parameter entity": laughing('<!ENTITY % a SYSTEM "http://127.0.0.1:1/x.dtd"> %a;'),
    "a definition from outside": f'<!DOCTYPE l SYSTEM "file:///dev/zero">{SOUND}'.encode(),
    "a definition from the network": f'<!DOCTYPE l PUBLIC "x" "http://127.0.0.1:1/x.dtd">{SOUND}'.encode(),
    "a definition in UTF-16": f"<?xml version='1.0' encoding='utf-16'?><!DOCTYPE l [<!ENTITY a 'b'>]>{SOUND}".encode(
        "utf-16"
    ),
    "a definition in UTF-7": b"<?xml version='1.0' encoding='utf-7'?>+ADwAIQ-DOCTYPE l+AD4-" + SOUND.encode(),
    "an encoding that is none": b"<?xml version='1.0' encoding='klingon'?>" + SOUND.encode(),
    "UTF-32": SOUND.encode("utf-32"),
    "bytes that are no text": b"<definitions>\xff\xfe\x00\xd8</definitions>",
    "an inclusion": SOUND.replace(
        "<process",
        '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/><process',
        1,
    ).encode(),
    "a stylesheet": b'<?xml-stylesheet href="http://127.0.0.1:1/x.xsl" type="text/xsl"?>' + SOUND.encode(),
    "a schema from elsewhere": SOUND.replace(
        "targetNamespace",
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        'xsi:schemaLocation="a http://127.0.0.1:1/x.xsd" targetNamespace',
        1,
    ).encode(),
    "a bpmn import of itself": SOUND.replace(
        "<process", '<import importType="x" location="case.bpmn" namespace="t"/><process', 1
    ).encode(),
    "50,000 elements inside each other": ("<a>" * 50_000).encode(),
    "100 sub-processes inside each other": nested("subProcess", 100).encode(),
    "130 sub-processes inside each other": nested("subProcess", 130).encode(),
    "a million elements": (HEAD + "<a/>" * 1_000_000 + TAIL).encode(),
    "100,000 comments": (HEAD + "<!--x-->" * 100_000 + TAIL).encode(),
    "100,000 attributes": attributes("a{}").encode(),
    "100,000 namespaces": attributes("xmlns:a{}").encode(),
    "an endless attribute": SOUND.replace('id="s"', f'id="s" name="{LONG}"', 1).encode(),
    "an endless id": SOUND.replace('id="s"', f'id="{LONG}"', 1).encode(),
    "an endless text": process(f"<documentation>{LONG}</documentation>" + START + ends("e") + flows("s e")).encode(),
    "a file of 30 MB": b"<a>" + b"x" * 30_000_000 + b"</a>",
    "the same id everywhere": process('<task id="a"/>' * 5_000).encode(),
    "3,000 steps in line": chained(3_000).encode(),
    "60 gateways in a mesh": meshed(60).encode(),
    "20,000 flows to nowhere": process(
        "".join(f'<sequenceFlow id="f{n}" sourceRef="a" targetRef="b"/>' for n in range(20_000))
    ).encode(),
    "processes that call each other": calling(30).encode(),
    "a data object of itself": process(
        '<dataObjectReference id="d" dataObjectRef="d"/>' + START + ends("e") + flows("s e")
    ).encode(),
    "a script that never ends": process(
        START + script("c", "while True:\n    pass") + ends("e") + flows("s c", "c e")
    ).encode(),
    "a script of brackets": process(START + script("c", "(" * 100_000) + ends("e") + flows("s c", "c e")).encode(),
    "a condition of brackets": process(
        START + '<exclusiveGateway id="g"/>' + ends("e", "f") + flows("s g", f"g e: {'(' * 50_000}1", "g f")
    ).encode(),
    "a condition of a million signs": process(
        START + '<exclusiveGateway id="g"/>' + ends("e", "f") + flows("s g", f"g e: ={'1+' * 500_000}1", "g f")
    ).encode(),
    "a JUEL condition of brackets": process(
        START + '<exclusiveGateway id="g"/>' + ends("e", "f") + flows("s g", f"g e: ${{{'(' * 50_000}", "g f")
    ).encode(),
    "a pattern that doubles": process(
        START
        + '<exclusiveGateway id="g"/>'
        + ends("e", "f")
        + flows("s g", f'g e: =matches("{"a" * 40}!", "(a+)+$")', "g f")
    ).encode(),
    "a cycle of a million repeats": process(
        START
        + f'<intermediateCatchEvent id="t"><timerEventDefinition><timeCycle>R{"9" * 500}/PT0S</timeCycle>'
        + "</timerEventDefinition></intermediateCatchEvent>"
        + ends("e")
        + flows("s t", "t e")
    ).encode(),
    "a table that requires itself": model(
        decision("a", literal("b"), "decision:b"), decision("b", literal("a"), "decision:a")
    ),
    "a table that imports itself": model(
        '<import name="me" namespace="urn:test" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>',
        decision("a", literal("me.a")),
    ),
    "a type of itself": model(
        '<itemDefinition name="t"><typeRef>t</typeRef></itemDefinition>', decision("a", literal("1"), kind="t")
    ),
    "types that contain each other": model(
        "".join(
            f'<itemDefinition name="t{n}"><itemComponent name="c"><typeRef>t{(n + 1) % 50}</typeRef></itemComponent>'
            "</itemDefinition>"
            for n in range(50)
        ),
        decision("a", literal("1"), kind="t0"),
    ),
    "a table of 3,000 rules": model(
        decision("a", table("UNIQUE", ["x"], ["y"], *(f"{n} -> {n}" for n in range(3_000))))
    ),
    "a cell of brackets": model(decision("a", literal("(" * 15_000))),
    "knowledge that calls itself": model(
        '<businessKnowledgeModel id="k" name="k"><encapsulatedLogic>'
        + literal("k()")
        + "</encapsulatedLogic></businessKnowledgeModel>",
        decision("a", literal("k()"), "knowledge:k"),
    ),
    "a form of brackets": b'{"components": ' + b"[" * 100_000,
    "a form of objects": b'{"components": ' + b'[{"components": ' * 3_000,
    "a zip bomb": zipped(**{"a.bpmn": b"\0" * 30_000_000}),
    "a zip in a zip in a zip": zipped_often(zipped(**{"a.bpmn": b"\0" * 1_000_000}), 10),
    "a zip that leads outside": zipped(**{"../../a.bpmn": SOUND.encode()}),
    "a zip with a lying size": zipped(**{"a.bpmn": b"<a/>" * 50_000}).replace(
        (200_000).to_bytes(4, "little"), (4).to_bytes(4, "little")
    ),
    "a zip of a thousand files": zipped(**{f"{n}.bpmn": b"<a/>" for n in range(1_000)}),
    "half a zip": zipped(**{"a.bpmn": b"<a/>" * 1000})[:60],
    "nothing": b"",
    "only a mark": b"\xef\xbb\xbf",
    "only zeros": b"\0" * 1_000_000,
}


@pytest.fixture(scope="module")
def child():
    with Child() as child:
        yield child


@pytest.mark.parametrize("name", FILES)
def test_hostile_files_end_in_a_run_or_in_a_sentence(child, name):
    path = "case.dmn" if name.startswith(("a table", "a type", "types", "a cell", "knowledge")) else "case.bpmn"
    begun = time.monotonic()
    report = examine(path, {path: FILES[name]}, child)
    assert report["runnable"] or report["findings"]
    for one in report["findings"]:
        assert isinstance(one, Finding) and all(one.text(language) for language in ("en", "fa", "ar"))
        assert len(one.message) < 2_000
    assert time.monotonic() - begun < 30


@pytest.mark.skipif(not CORPUS.exists(), reason="The corpus folder is not beside the project.")
@pytest.mark.parametrize("path", sorted(CORPUS.glob("*")), ids=lambda path: path.name)
def test_the_hostile_corpus_ends_in_a_run_or_in_a_sentence(child, path):
    report = examine(path.name, {path.name: path.read_bytes()}, child)
    assert report["runnable"] or report["findings"]
    assert report["runnable"] == (path.name not in ("laughs.bpmn", "xxe.bpmn"))


def test_no_file_is_given_more_than_two_seconds_and_300_mb():
    assert SECONDS < 2 and MEGABYTES <= 300


def test_the_work_was_done_in_a_child_within_its_memory(child):
    """All of the above in one process; what it used at most is still within bounds."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    assert used < 2 * MEGABYTES
