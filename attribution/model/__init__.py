"""The data classes: frozen values without behaviour beyond simple questions."""
