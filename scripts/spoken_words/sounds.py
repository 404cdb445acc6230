"""What words sound like to somebody on the phone, and which of them are too near."""

import subprocess
from collections.abc import Sequence

# Sounds that accents and bad lines do not keep apart are one class each. Nasal vowels become digits, so that every
# class is one character. The unstressed « e » is left out: many say it and many do not.
_MERGED = (
    *(("ˈ", ""), ("ˌ", ""), ("ː", ""), ("-", "")),
    *(("œ̃", "1"), ("ɛ̃", "1"), ("ɑ̃", "2"), ("ɔ̃", "3")),
    *(("ɛ", "e"), ("ɔ", "o"), ("œ", "ø"), ("ɑ", "a"), ("ə", ""), ("ɡ", "g")),
)


def phonemes(words: Sequence[str]) -> dict[str, str]:
    """The French pronunciation of each word in the international alphabet, by espeak-ng; empty where it has none."""
    run = subprocess.run(
        ["espeak-ng", "-q", "-v", "fr", "--ipa"],  # noqa: S607 - whoever makes the list has it installed
        input="\n".join(words) + "\n",
        capture_output=True,
        text=True,
        check=True,
    )
    lines = [line.strip() for line in run.stdout.splitlines() if line.strip()]
    if len(lines) == len(words):
        return dict(zip(words, lines, strict=True))
    if len(words) == 1:
        return {words[0]: ""}
    half = len(words) // 2
    return phonemes(words[:half]) | phonemes(words[half:])


def heard(ipa: str) -> str:
    """A pronunciation as it is heard on a bad line: one character a sound."""
    for sound, stands_as in _MERGED:
        ipa = ipa.replace(sound, stands_as)
    return ipa


def neighbourhood(sound: str) -> set[str]:
    """Keys of which two words share one exactly if one change, one sound more or one less turns one into the other."""
    shorter = {sound[:i] + sound[i + 1 :] for i in range(len(sound))}
    masked = {f"{sound[:i]}*{sound[i + 1 :]}" for i in range(len(sound))}
    return {sound} | shorter | masked
