import Bowser from 'bowser';

const IN_CHINESE: Readonly<Record<string, string>> = {
  WeChat: '微信',
  'Microsoft Edge': 'Edge',
  'QQ Browser': 'QQ浏览器',
  'UC Browser': 'UC浏览器',
};

/** What a person calls the device, from what its browser says of itself: “Edge · Windows”. Never more than a hint. */
export function deviceLabel(userAgent: string | undefined): string {
  if (!userAgent) return '未知设备';
  const { browser, os } = Bowser.parse(userAgent.slice(0, 500));
  const names = [browser.name, os.name].filter((name) => name !== undefined && name !== '');
  if (names.length === 0) return '程序';
  return names.map((name) => IN_CHINESE[name!] ?? name).join(' · ');
}
