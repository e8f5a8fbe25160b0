/** Prefix of the output names of a component: `VoiceEntry` for `voice-entry`. */
export function outputPrefix(id: string): string {
  return id.replace(/(^|-)([a-z0-9])/g, (_match, _hyphen, letter: string) => letter.toUpperCase());
}
