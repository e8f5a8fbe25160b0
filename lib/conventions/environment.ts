/** `voice-entry` as the beginning of an environment variable's name: `VOICE_ENTRY`. The same on every platform. */
export function environmentPrefix(id: string): string {
  return id.toUpperCase().replaceAll('-', '_');
}
