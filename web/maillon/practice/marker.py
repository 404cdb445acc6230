"""The mark that an exercise carries in the type system."""

from dataclasses import dataclass
from typing import Generic, TypeVar

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True)
class Practice(Generic[T_co]):
    """Something of an exercise: invented, whoever answers.

    A type of its own, and a subtype of nothing: whatever takes real content, keys or answers refuses it (mypy). Pure
    rules that serve both worlds are given what is inside, by name.
    """

    invented: T_co
