"""Rules for passwords, in the words of this site."""

from django.contrib.auth.password_validation import MinimumLengthValidator


class MinimaleLengte(MinimumLengthValidator):
    """Django's own sentence has no Dutch translation."""

    def get_error_message(self):
        return f"Dit wachtwoord is te kort. Gebruik {self.min_length} tekens of meer."

    def get_help_text(self):
        return f"Gebruik {self.min_length} tekens of meer."
