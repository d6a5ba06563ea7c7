"""The beginning of a text: whole sentences, in every script."""

from __future__ import annotations

import pytest

from careerdoc.composing.gist import gist


@pytest.mark.parametrize(
    ("text", "words", "beginning"),
    [
        ("One two three. Four five. Six.", 5, "One two three. Four five."),
        ("One two three. Four five. Six.", 1, "One two three."),
        ('He said "go." Then he went.', 3, 'He said "go."'),
        ("Раз, т. е. сразу. Потом два.", 4, "Раз, т. е. сразу."),
        ("هل أنجح؟ نعم أنجح. ثم أعمل.", 2, "هل أنجح؟"),
        ("मैं पढ़ूँगी। फिर काम करूँगी।", 2, "मैं पढ़ूँगी।"),
        ("我想当护士。我喜欢帮助别人。我住在海州。", 9, "我想当护士。我喜欢帮助别人。"),
        ("「行きます。」と言いました。次に走ります。", 7, "「行きます。」と言いました。"),
        ("你好！\n再见。", 9, "你好！再见。"),
    ],
)
def test_whole_sentences_up_to_a_number_of_words(text: str, words: int, beginning: str) -> None:
    assert gist(text, words) == beginning


def test_lists_stay() -> None:
    assert gist("One.\n\n- a\n- b", 1) == "One.\n\n- a\n- b"
