"""The WhatsApp gateways that Toque can stand behind; a new one is one file and one line here."""

from __future__ import annotations

from engine.gateways import evolution, evolution_client
from engine.gateways.gateway import Gateway, GatewayClient, Quoted, Reading

__all__ = ["GATEWAYS", "Gateway", "GatewayClient", "Quoted", "Reading"]

GATEWAYS: dict[str, Gateway] = {
    "evolution": Gateway("evolution", evolution.read, evolution_client.EvolutionClient),
}
