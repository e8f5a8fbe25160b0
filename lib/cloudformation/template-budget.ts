import { InputError, PATH_SUBJECT } from '../core/problems';
import { bytesText } from '../io/limits';
import { MAX_TEMPLATES, MAX_TEMPLATES_BYTES } from './limits';

/** Counts the templates that are read for one path, because each may name many others. */
export class TemplateBudget {
  private templates = 0;
  private bytes = 0;

  /** The path that the user named. */
  constructor(private readonly path: string) {}

  /** Counts one more template. Throws an InputError when it is one too many. */
  add(text: string): void {
    this.templates += 1;
    this.bytes += text.length;
    if (this.templates > MAX_TEMPLATES) {
      throw this.exceeded(`contains more than ${MAX_TEMPLATES.toLocaleString('en-US')} templates`);
    }
    if (this.bytes > MAX_TEMPLATES_BYTES) throw this.exceeded(`contains more than ${bytesText(MAX_TEMPLATES_BYTES)} of templates`);
  }

  private exceeded(reason: string): TooManyTemplatesError {
    const expected = `at most ${MAX_TEMPLATES.toLocaleString('en-US')} templates and ${bytesText(MAX_TEMPLATES_BYTES)}, nested stacks included`;
    return new TooManyTemplatesError(PATH_SUBJECT, [{ path: this.path, reason, expected }]);
  }
}

/** Ends the reading of all templates, where other problems of one template leave the next to be read. */
export class TooManyTemplatesError extends InputError {}
