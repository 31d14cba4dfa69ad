"""Certificates for a broker on this machine and for its clients, made anew for each run."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
)
from cryptography.x509.oid import NameOID

HERE = [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]


@dataclass(frozen=True)
class Certified:
    """PEM files of a certificate and its key, and one of both."""

    certificate: Path
    key: Path
    both: Path


class Authority:
    """An authority that certifies names; `certificate` is what to trust it by."""

    def __init__(self, folder: Path, name: str) -> None:
        self._folder = folder
        self._name = _named(name)
        self._key = ec.generate_private_key(ec.SECP256R1())
        self.certificate = folder / f"{name}.pem"
        self.certificate.write_bytes(_pem(self._certify(self._name, self._key, ca=True)))

    def certify(self, name: str, password: bytes = b"", hosts: list[x509.GeneralName] | None = None) -> Certified:
        """A certified key, encrypted by any password; `hosts` is this machine by default."""
        key = ec.generate_private_key(ec.SECP256R1())
        encryption: KeySerializationEncryption = BestAvailableEncryption(password) if password else NoEncryption()
        key_pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, encryption)
        certificate_pem = _pem(self._certify(_named(name), key, hosts or HERE))
        made = Certified(*(self._folder / f"{name}{end}" for end in (".crt.pem", ".key.pem", ".pem")))
        made.key.write_bytes(key_pem)
        made.certificate.write_bytes(certificate_pem)
        made.both.write_bytes(key_pem + certificate_pem)
        return made

    def _certify(
        self,
        name: x509.Name,
        key: ec.EllipticCurvePrivateKey,
        hosts: list[x509.GeneralName] | None = None,
        *,
        ca: bool = False,
    ) -> x509.Certificate:
        now = datetime.now(timezone.utc)
        builder = x509.CertificateBuilder(self._name, name, key.public_key(), x509.random_serial_number())
        builder = builder.not_valid_before(now - timedelta(hours=1)).not_valid_after(now + timedelta(days=2))
        builder = builder.add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        if hosts:
            builder = builder.add_extension(x509.SubjectAlternativeName(hosts), critical=False)
        return builder.sign(self._key, hashes.SHA256())


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _pem(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(Encoding.PEM)
