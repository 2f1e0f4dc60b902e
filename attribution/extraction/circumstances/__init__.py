"""To whom, when, where and how firmly it was said, and the sentences that go on with it."""
