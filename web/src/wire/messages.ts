import type { ClientMessage, ServerMessage } from "./types";

export function encodeMessage(message: ClientMessage): string {
  return JSON.stringify(message);
}

/** Reads what the server sent; the server is trusted to keep to docs/wire.md, a proxy's answer in its place is not. */
export function decodeMessage(text: string): ServerMessage {
  const message: unknown = JSON.parse(text);
  if (typeof message !== "object" || message === null || !("type" in message)) {
    throw new Error("The server sent a message without a type.");
  }
  return message as ServerMessage;
}
