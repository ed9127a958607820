"""The schema only grows: what was archived still loads, with the hash that it was archived under."""

import pytest
from pydantic import ValidationError

from craftnlp import TechniqueSpec
from craftnlp.spec import text_sha256

TEXT = "先揉泥，再拍平三遍。"
ARCHIVED = """{"schema_version":"1","transcript_sha256":"b0d3537339979c17ca2b198d4b5574081f32e0af3041d9b4626963d468eca34c",\
"reader":"craftnlp/0.1 lexicon/c8aeb5415271","steps":[{"id":"s1","clause":{"start":0,"end":3,"text":"先揉泥"},\
"action":{"quote":{"start":1,"end":3,"text":"揉泥"},"also":[],"confidence":0.93,"component":"predicates/1","status":"proposed",\
"inferred":false,"text":"揉泥","term_class":"action","concept":"action/揉泥"},"tool":[],"material":[],"hand":[],"path":[],"place":[],\
"manner":[],"quantity":[],"duration":[],"repetition":[],"condition":[],"caution":[],"result":[],"sentence":"揉泥。","questions":[],\
"secret":false},{"id":"s2","clause":{"start":4,"end":9,"text":"再拍平三遍"},"action":{"quote":{"start":5,"end":7,"text":"拍平"},\
"also":[],"confidence":0.88,"component":"predicates/1","status":"proposed","inferred":false,"text":"拍平","term_class":"action",\
"concept":null},"tool":[],"material":[],"hand":[],"path":[],"place":[],"manner":[],"quantity":[],"duration":[],"repetition":\
[{"quote":{"start":7,"end":9,"text":"三遍"},"also":[],"confidence":0.97,"component":"quantity/1","status":"proposed","inferred":false,\
"value":"3","low":"3","high":"3","approximate":false,"unit":"遍","measure":"repetition","canonical_low":null,"canonical_high":null,\
"canonical_unit":"","assumption":""}],"condition":[],"caution":[],"result":[],"sentence":"拍平，次数3遍。","questions":[{"field":\
"quantity","measure":"thickness","text":"「拍平」多厚？原话未说。"}],"secret":false}],"edges":[{"source":"s1","target":"s2","relation":\
"before","marker":{"start":4,"end":5,"text":"再"}}],"marks":[],"candidates":[{"quote":{"start":5,"end":7,"text":"拍平"},"term_class":\
"action"}]}"""


def test_an_archived_specification_keeps_its_text_and_its_hash() -> None:
    spec = TechniqueSpec.model_validate_json(ARCHIVED)
    spec.check_quotes(TEXT)
    assert spec.model_dump_json() == ARCHIVED
    assert spec.content_sha256() == text_sha256(ARCHIVED)
    assert spec.content_sha256() == "f223986501342d8c4a0e241e22971264a62ebbf27d0994d8ccd274b528d650a4"


def test_a_section_is_part_of_the_content_and_its_quote_is_proved() -> None:
    spec = TechniqueSpec.model_validate_json(ARCHIVED)
    heading = {"quote": {"start": 0, "end": 1, "text": "先"}, "first": "s1"}
    more = TechniqueSpec.model_validate(spec.model_dump() | {"sections": [heading]})
    assert more.content_sha256() != spec.content_sha256()
    assert TechniqueSpec.model_validate_json(more.model_dump_json()) == more
    assert more.sections[0].quote in list(more.quotes())


def test_a_section_begins_with_a_step_that_exists() -> None:
    heading = {"quote": {"start": 0, "end": 1, "text": "先"}, "first": "s9"}
    content = TechniqueSpec.model_validate_json(ARCHIVED).model_dump()
    with pytest.raises(ValidationError, match="does not exist"):
        TechniqueSpec.model_validate(content | {"sections": [heading]})
