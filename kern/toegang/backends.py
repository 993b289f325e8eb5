"""Django's own has_perm, answered by `kern.toegang.rechten`."""

from django.contrib.auth.backends import ModelBackend

from kern.toegang.rechten import mag


class RolBackend(ModelBackend):
    """Finds the user by name, whatever its capitals; rights are asked of the active role (`Gebruiker.has_perm`)."""

    def has_perm(self, user_obj, perm, obj=None):
        return user_obj.is_active and mag(user_obj, perm, obj)

    def get_all_permissions(self, user_obj, obj=None):
        return set()
