"""How people speak: fillers, stumbles, slips of the tongue and their repair."""
