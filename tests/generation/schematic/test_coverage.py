"""At least four of five accepted steps get a drawn plate, and the command tells which do not."""

import json
import subprocess
import sys
from pathlib import Path

from craftnlp import decode, parse_transcript, read, transcript_text
from craftnlp.decisions import Decision, Verdict, accepted, apply
from craftnlp.merging import merge
from craftnlp.spec import Step
from generation.backends.schematic.coverage import coverage
from review.management.demo.samples import Sample, samples

LEAST = 0.8
MANY = 30
DRAWN = "先把泥揉二十下，再放在木板上晾一天。"
TALK = "这门手艺我跟父亲学了三年，他脾气好。"


def accepted_steps(sample: Sample) -> tuple[Step, ...]:
    """The steps of a sample with what its archivist accepted, joined as the archivist joined them."""
    cues = parse_transcript(decode(sample.source))
    spec = read(cues)
    steps = {step.action.quote.start: step.id for step in spec.steps}
    for row in sample.merges:
        spec = merge(spec, transcript_text(cues), into=steps[row["into"]], parts=[steps[part] for part in row["parts"]])
    wanted = {(row["field"], row["start"], row["quote"]): Verdict(row["verdict"]) for row in sample.decisions}
    named = {(at.split(".")[1], value.quote.start, value.quote.text): at for at, value in spec.values()}
    decided = [Decision(address=at, verdict=wanted[key]) for key, at in named.items() if key in wanted]
    return accepted(apply(spec, decided)).performed()


def test_four_of_five_accepted_steps_of_the_sample_archive_are_drawn() -> None:
    found = coverage(step for sample in samples() for step in accepted_steps(sample))
    assert len(found.choices) >= MANY
    assert found.share >= LEAST, "\n".join(found.lines())


def told(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generation.backends.schematic", "coverage", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_passages_are_read_and_each_step_is_told_with_its_template(tmp_path: Path) -> None:
    file = tmp_path / "passages.jsonl"
    file.write_text("\n".join(json.dumps({"id": n, "text": text}) for n, text in enumerate((DRAWN, TALK))))
    answer = told(str(file))
    assert answer.returncode == 0
    assert "knead\t揉" in answer.stdout
    assert answer.stdout.splitlines()[-1].endswith("步画成图，100%")


def test_a_share_that_is_too_low_is_a_failure(tmp_path: Path) -> None:
    file = tmp_path / "passages.jsonl"
    file.write_text(json.dumps({"id": 1, "text": "最后把糕冷冻三天。" + DRAWN}))
    assert told(str(file), "--least", "1").returncode == 1
    assert told(str(file), "--least", "0.3").returncode == 0


def test_what_is_no_specification_gets_a_plain_line(tmp_path: Path) -> None:
    file = tmp_path / "notes.json"
    file.write_text("{}")
    answer = told(str(file))
    assert answer.returncode == 1
    assert "不是技法规范" in answer.stderr
    assert "Traceback" not in answer.stderr
