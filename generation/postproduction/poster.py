"""The still picture of a film, labelled like the film: in the picture and in its XMP."""

from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from av import VideoFrame
from PIL import Image

from generation.backends.base import Kind
from generation.postproduction.mastering import SOURCE_TYPES

QUALITY: Final = 82
PACKET: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/"
 xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">
<TC260:AIGC>{label}</TC260:AIGC>
<Iptc4xmpExt:DigitalSourceType>{source}</Iptc4xmpExt:DigitalSourceType>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def write_poster(frame: VideoFrame, path: Path, *, kind: Kind, label: str) -> None:
    """Write one frame of the film as WebP. ``label`` is the AIGC label of the film."""
    packet = PACKET.format(label=escape(label), source=SOURCE_TYPES[kind])
    picture = Image.fromarray(frame.to_ndarray(format="rgb24"))
    picture.save(path, "WEBP", quality=QUALITY, method=2, xmp=packet.encode())
