from __future__ import annotations

import pytest

from parsers import ParseError


def test_a_note_keeps_its_text_and_is_named_by_its_first_line(read):
    text = "Ideas para la fiesta\n- globos\n#fiesta #casa"
    data = read("note", "es", text).data
    assert (data.title, data.tags, data.body) == ("Ideas para la fiesta", ("fiesta", "casa"), text)


def test_openers_stay_in_a_note(read):
    assert read("note", "en", "note to self: the code is 4521").data.title == "note to self: the code is 4521"


def test_a_long_line_is_named_by_its_first_sentence(read):
    text = "The plumber found the leak. He left a meter with us and will text once he has spoken to the agent"
    assert read("note", "en", text).data.title == "The plumber found the leak"


def test_a_title_ends_with_its_last_whole_word(read):
    title = read("note", "es", "palabra " * 30).data.title
    assert len(title) <= 80
    assert title.endswith("palabra")


def test_an_abbreviation_ends_no_sentence(read):
    text = "Dr. Smith said that the scan was clear. We should come back in six months for another checkup then"
    assert read("note", "en", text).data.title == "Dr. Smith said that the scan was clear"


def test_hashtags_leave_the_title(read):
    assert read("note", "en", "#reno paint is Antique White #house").data.title == "paint is Antique White"


def test_tags_alone_are_no_title(read):
    with pytest.raises(ParseError) as caught:
        read("note", "en", "#ideas")
    assert (caught.value.code, caught.value.partial) == ("no_title", {"tags": ("ideas",)})
