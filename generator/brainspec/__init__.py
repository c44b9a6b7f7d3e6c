"""brainspec: one spec, everything else derived."""
