const address = /(https?:\/\/[^\s<>"'）】，。；]+[^\s<>"'）】，。；.,!?;:)\]])/g;

/** Text with its web addresses made into links; nothing else of it is ever markup. */
export function Linked({ text }: { text: string }) {
  return <>{text.split(address).map((part, i) => (i % 2 === 1 ? <a key={i} href={part} target="_blank" rel="noopener noreferrer nofollow">{part}</a> : part))}</>;
}
