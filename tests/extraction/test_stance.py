"""How firmly a source stands behind its words."""

import pytest

from attribution.extraction.circumstances.stance import stance
from attribution.lexicons.loading import load
from attribution.model.attribution import Stance
from tests.case_files import load_cases, parameters
from tests.marked_attributions import attribution_of, document_of

LEXICONS = load()


@pytest.mark.parametrize("case", parameters(load_cases("stance", ("stance", "class"))))
def test_the_stance_is_the_one_given(case):
    attribution = attribution_of(case.marked, case.keys.get("class", "speech"))
    assert stance(document_of(case.marked, LEXICONS), attribution, LEXICONS) is Stance(case.keys["stance"])
