"""What was said: where contents begin and end, and quotations that go on."""
