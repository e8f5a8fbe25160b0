/** `voice-entry` as the beginning of an output's name: `VoiceEntry`. */
export function outputPrefix(id: string): string {
  return id.replace(/(^|-)([a-z0-9])/g, (_match, _hyphen, letter: string) => letter.toUpperCase());
}
