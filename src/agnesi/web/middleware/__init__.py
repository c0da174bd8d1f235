"""What every request passes on its way in.

The right host, the right origin, the token, and a way out when something breaks.
"""
