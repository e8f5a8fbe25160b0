/**
 * The path of a URL on the host itself in a command, such as `curl -f http://localhost:8080/health` or `curl localhost:8080/health`;
 * undefined when there is none.
 */
export function healthPathIn(command: string): string | undefined {
  return /(?:https?:\/\/|(?<![\w@./-]))(?:localhost|127\.0\.0\.1|0\.0\.0\.0)(?::\d+)?(\/[\w./-]*)/.exec(command)?.[1];
}
