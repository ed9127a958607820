from tests.review.cast import cast, round_, spec, take

__all__ = ["cast", "round_", "spec", "take"]
