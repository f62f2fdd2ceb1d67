export const en = {
  lang: 'en', root: '.', other: './zh/', otherLang: 'zh-CN', otherName: '中文',
  title: 'Kiln & Leaf: a demonstration shop', name: 'Kiln & Leaf', note: 'This is Grainline’s demonstration shop. Nothing here is for sale; the chat is real.',
  nav1: 'Teaware', nav2: 'Loose leaf', nav3: 'Gifts', basket: 'Basket',
  heroTitle: 'Slow mornings start with good clay', heroText: 'Thrown by hand in small batches, glazed to be used every day. Free delivery over $50, returns within 30 days.',
  heroButton: 'See the collection', listTitle: 'New from the kiln', listText: 'Six pieces from the autumn firing.', add: 'Add to basket',
  help: 'Not sure which pot fits your tea?', helpText: 'Ask us. A person answers, usually within minutes.', helpButton: 'Chat with us',
  topics: 'Where is my order?|Can I return a used pot?|Which pot for green tea?',
  foot: 'Kiln & Leaf is made up. The pots are drawn, the questions are yours.',
  money: (n) => `$${n}`,
  products: {
    teapot: ['Moss teapot', 'Stoneware, 600 ml, fine strainer'], kettle: ['Gooseneck kettle', 'Brushed steel, 900 ml, slow pour'],
    cups: ['Pair of river cups', 'Porcelain, 120 ml each, celadon'], tin: ['Night oolong', 'Roasted, 100 g, from Nantou'],
    tray: ['Bamboo tray', 'Drains into a hidden bowl'], whisk: ['Matcha whisk', 'Eighty tines, carved by hand'],
  },
};

export const zh = {
  lang: 'zh-CN', root: '..', other: '../', otherLang: 'en', otherName: 'English',
  title: '窑与叶 · 演示商店', name: '窑与叶', note: '这是 Grainline 的演示商店，商品均为虚构，在线客服是真的。',
  nav1: '茶器', nav2: '茶叶', nav3: '礼盒', basket: '购物袋',
  heroTitle: '好泥好釉，慢慢喝茶', heroText: '小批手工拉坯，为每天使用而烧。满 350 元包邮，30 天内可退换。',
  heroButton: '看看新品', listTitle: '窑口新品', listText: '秋季开窑，六件新器。', add: '加入购物袋',
  help: '不知道哪把壶适合您的茶？', helpText: '问问我们。真人客服，通常几分钟内回复。', helpButton: '联系客服',
  topics: '我的订单到哪了？|用过的壶可以退吗？|泡绿茶用哪把壶？',
  foot: '「窑与叶」纯属虚构。壶是画的，问题可以真问。',
  money: (n) => `¥${n * 7}`,
  products: {
    teapot: ['苔色茶壶', '炻器，600 毫升，细密滤网'], kettle: ['细口手冲壶', '拉丝不锈钢，900 毫升'],
    cups: ['清溪对杯', '青瓷，每只 120 毫升'], tin: ['夜焙乌龙', '炭焙，100 克，产自南投'],
    tray: ['竹制茶盘', '暗藏接水盘'], whisk: ['抹茶茶筅', '八十本立，手工削制'],
  },
};
