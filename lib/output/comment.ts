import { printable } from '../core/printable';
import { escaped, renderMarkdown } from './markdown';
import { printableBlocks } from './printable-view';
import type { Comment } from './report';

/** A comment as GitHub-flavoured Markdown, which GitLab reads too. Both hide the HTML comment, and show `<details>` collapsed. */
export function renderComment({ marker, blocks, details }: Comment): string {
  const shown = `<!-- ${marker} -->\n\n${renderMarkdown(printableBlocks(blocks))}`;
  if (details === undefined) return shown;
  // Markdown inside an HTML block is read after an empty line. Source: CommonMark 0.31, section 4.6.
  const summary = `<summary>${escaped(printable(details.summary))}</summary>`;
  return `${shown}\n<details>\n${summary}\n\n${renderMarkdown(printableBlocks(details.blocks))}\n</details>\n`;
}
