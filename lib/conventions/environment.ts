/** Prefix of the environment variables of a component on every platform: `VOICE_ENTRY` for `voice-entry`. */
export function environmentPrefix(id: string): string {
  return id.toUpperCase().replaceAll('-', '_');
}
