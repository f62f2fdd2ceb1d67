import { Fragment } from 'react';

const url = /(https?:\/\/[^\s<>"'，。）】]+[^\s<>"'，。）】.,;:!?)])/g;

/** Text as it was written, with addresses made clickable. Never HTML. */
export function RichText({ text }: { text: string }) {
  return text.split(url).map((part, i) =>
    i % 2 === 1 ? (
      <a key={i} href={part} target="_blank" rel="noopener noreferrer nofollow">
        {part}
      </a>
    ) : (
      <Fragment key={i}>{part}</Fragment>
    ),
  );
}
