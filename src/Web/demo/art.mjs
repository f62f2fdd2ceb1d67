const svg = (box, body) => `<svg viewBox="0 0 ${box}" aria-hidden="true">${body}</svg>`;

const pot = (x, y, s, body, dark, light) => `<g transform="translate(${x} ${y}) scale(${s})">
  <ellipse cx="100" cy="150" rx="74" ry="8" fill="#000" opacity=".1"/>
  <path d="M148 84c30-10 44 4 40 26-4 20-26 30-46 24" fill="none" stroke="${dark}" stroke-width="11" stroke-linecap="round"/>
  <path d="M50 112C30 108 22 92 10 74l13-6c10 14 20 20 34 20Z" fill="${dark}"/>
  <path d="M40 100c0-32 28-50 60-50s60 18 60 50c0 30-20 50-36 50H76c-16 0-36-20-36-50Z" fill="${body}"/>
  <path d="M52 92c4-18 18-30 36-33" fill="none" stroke="${light}" stroke-width="7" stroke-linecap="round" opacity=".75"/>
  <path d="M62 57c6-14 70-14 76 0-20-7-56-7-76 0Z" fill="${dark}"/><circle cx="100" cy="38" r="9" fill="${dark}"/>
  <path d="M44 116c34 10 78 10 112 0-4 20-18 34-32 34H76c-14 0-28-14-32-34Z" fill="${dark}" opacity=".45"/></g>`;

const cup = (x, y, s, body, dark) => `<g transform="translate(${x} ${y}) scale(${s})">
  <ellipse cx="50" cy="86" rx="36" ry="5" fill="#000" opacity=".1"/>
  <path d="M8 22h84c0 38-16 62-30 62H38C24 84 8 60 8 22Z" fill="${body}"/><ellipse cx="50" cy="22" rx="42" ry="11" fill="${dark}"/>
  <ellipse cx="50" cy="24" rx="35" ry="7.5" fill="#b9853f"/><path d="M18 44c3 14 9 26 16 32" fill="none" stroke="#fff" stroke-width="5" stroke-linecap="round" opacity=".5"/></g>`;

const steam = (x, y) => `<path d="M${x} ${y}c-14-18 14-30 0-50s10-26 2-40" fill="none" stroke="#fff" stroke-width="6" stroke-linecap="round" opacity=".8"/>`;

export const art = {
  teapot: svg('200 170', pot(0, 5, 1, '#7d9468', '#56693f', '#c5d3b0')),
  kettle: svg('200 170', `<ellipse cx="112" cy="158" rx="62" ry="7" fill="#000" opacity=".1"/>
    <path d="M70 128C38 122 46 66 22 44l10-8c32 18 22 62 44 70" fill="#8d9094"/>
    <path d="M78 62h70l14 94H64Z" fill="#b9bcc0"/><path d="M78 62h70l4 24H74Z" fill="#9b9ea3"/><path d="M90 76l-8 70" stroke="#e6e8ea" stroke-width="7" stroke-linecap="round"/>
    <path d="M86 62c2-12 52-12 54 0Z" fill="#76797e"/><circle cx="113" cy="45" r="8" fill="#2c2e31"/>
    <path d="M150 74c34-6 40 20 30 60" fill="none" stroke="#2c2e31" stroke-width="12" stroke-linecap="round"/>`),
  cups: svg('200 150', cup(6, 36, 1.05, '#9cc4bb', '#7aa79d') + cup(92, 44, 1, '#b7d5ce', '#8fb9b0')),
  tin: svg('160 170', `<ellipse cx="80" cy="158" rx="54" ry="7" fill="#000" opacity=".12"/><path d="M32 44h96v108a6 6 0 0 1-6 6H38a6 6 0 0 1-6-6Z" fill="#7a3b2a"/>
    <path d="M28 30a8 8 0 0 1 8-8h88a8 8 0 0 1 8 8v22H28Z" fill="#5c2a1e"/><path d="M42 64v84" stroke="#a8634d" stroke-width="6" stroke-linecap="round"/>
    <circle cx="82" cy="104" r="30" fill="#f0dfc2"/><path d="M66 116c2-26 16-32 34-32 0 22-10 34-34 32Zm0 0 20-18" fill="#6b7f4c" stroke="#46552f" stroke-width="3" stroke-linejoin="round"/>`),
  tray: svg('220 150', `<path d="M24 66h172l18 50H6Z" fill="#c79a55"/><path d="M6 116h208v16a6 6 0 0 1-6 6H12a6 6 0 0 1-6-6Z" fill="#a67a3b"/>
    <g stroke="#8a6229" stroke-width="3">${[0, 1, 2, 3, 4, 5, 6].map((i) => `<path d="M${50 + i * 20} 74l${(i - 3) * 4} 34"/>`).join('')}</g>` + cup(66, 6, 0.8, '#fff', '#d8dcd6')),
  whisk: svg('160 170', `<ellipse cx="80" cy="160" rx="46" ry="6" fill="#000" opacity=".1"/><rect x="66" y="12" width="28" height="66" rx="6" fill="#d6b878"/>
    <rect x="62" y="70" width="36" height="12" rx="3" fill="#3f4a2c"/><path d="M62 82c-24 20-26 52-18 74h72c8-22 6-54-18-74Z" fill="#e6cf98"/>
    <g fill="none" stroke="#b89450" stroke-width="2.5">${[-3, -2, -1, 0, 1, 2, 3].map((i) => `<path d="M${80 + i * 4} 84C${80 + i * 11} 104 ${80 + i * 12} 132 ${80 + i * 10} 156"/>`).join('')}</g>`),
  hero: svg('560 420', `<circle cx="330" cy="250" r="190" fill="#d3dcc7"/><rect x="20" y="372" width="520" height="16" rx="8" fill="#b8ad92"/><rect x="20" y="372" width="520" height="7" rx="3.5" fill="#cdc3aa"/>
    ${steam(420, 250)}${steam(450, 262)}${pot(120, 118, 1.75, '#7d9468', '#56693f', '#c5d3b0')}${cup(390, 262, 1.3, '#f4f1e8', '#dcd8cb')}
    <path d="M60 376c0-70 10-120 6-190" stroke="#56693f" stroke-width="5" fill="none"/>
    ${[[66, 196, -30], [64, 236, 205], [64, 270, -25], [62, 310, 200]].map(([x, y, r]) => `<path transform="translate(${x} ${y}) rotate(${r})" d="M0 0c14-22 44-22 58 0-14 16-44 16-58 0Z" fill="#6f8a55"/>`).join('')}`),
};
