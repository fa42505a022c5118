"""Small valid pictures, made by hand."""

import struct
import zlib


def segment(marker, body):
    return bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body


def jpeg(rng, width=32, height=40):
    """A grey baseline JPEG in which every block has one shade."""
    quant = bytes([0]) + bytes([16] * 64)
    frame = struct.pack(">BHHB", 8, height, width, 1) + bytes([1, 0x11, 0])
    dc_table = bytes([0x00]) + bytes([0, 0, 0, 8] + [0] * 12) + bytes(range(8))
    ac_table = bytes([0x10]) + bytes([1] + [0] * 15) + bytes([0])
    bits, level = "", 0
    for _ in range((width // 8) * (height // 8)):
        target = rng.randint(-30, 30)
        diff, level = target - level, target
        size = abs(diff).bit_length()
        bits += f"{size:04b}"
        if size:
            bits += f"{diff if diff > 0 else diff + (1 << size) - 1:0{size}b}"
        bits += "0"  # nothing but the shade
    bits += "1" * (-len(bits) % 8)
    data = int(bits, 2).to_bytes(len(bits) // 8, "big").replace(b"\xff", b"\xff\x00")
    return (
        b"\xff\xd8"
        + segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0")
        + segment(0xDB, quant)
        + segment(0xC0, frame)
        + segment(0xC4, dc_table)
        + segment(0xC4, ac_table)
        + segment(0xDA, bytes([1, 1, 0x00, 0, 63, 0]))
        + data
        + b"\xff\xd9"
    )


def png(rng, width=8, height=10):
    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = b"".join(b"\0" + rng.randbytes(3 * width) for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def gif(rng):
    """One pixel of a colour of its own."""
    return b"GIF89a\1\0\1\0\x80\0\0" + rng.randbytes(6) + b"\x2c\0\0\0\0\1\0\1\0\0\2\2\x44\1\0\x3b"


def bmp(rng, width=8, height=10):
    pixels = rng.randbytes(3 * width * height)
    head = struct.pack("<IiiHHIIiiII", 40, width, height, 1, 24, 0, len(pixels), 2835, 2835, 0, 0)
    return b"BM" + struct.pack("<IHHI", 14 + len(head) + len(pixels), 0, 0, 14 + len(head)) + head + pixels


KINDS = {"jpeg": jpeg, "png": png, "gif": gif, "bmp": bmp}
