// The page's own two buttons; the chat needs nothing of this.
const basket = document.getElementById('basket');
for (const button of document.querySelectorAll('.add')) {
  button.addEventListener('click', () => { basket.textContent = String(Number(basket.textContent) + 1); });
}
document.getElementById('chat').addEventListener('click', () => window.grainline?.('open'));
