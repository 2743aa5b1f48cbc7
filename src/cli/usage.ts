import type { Argument, Command, CommanderError, Help, Option } from 'commander';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法:',
  'Options:': '选项:',
  'Arguments:': '参数:',
  'Commands:': '命令:',
  'Global Options:': '全局选项:',
};

/** Makes a commander program speak Chinese; its subcommands inherit it. Errors are thrown, `run` says them. */
export function speakChinese(program: Command): Command {
  return program
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
    .helpOption('-h, --help', '显示帮助')
    .helpCommand('help [命令]', '显示某个命令的帮助')
    .configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
      styleUsage: (usage) => inChinese(usage),
      styleSubcommandTerm: (term) => inChinese(term),
      optionDescription: (option) => described(option),
      argumentDescription: (argument) => described(argument),
    } satisfies Partial<Help>);
}

function inChinese(usage: string): string {
  return usage.replace('[options]', '[选项]').replace('[command]', '[命令]');
}

function described(what: Option | Argument): string {
  const notes: string[] = [];
  if (what.argChoices !== undefined) notes.push(`可选：${what.argChoices.join('、')}`);
  const preset = what.defaultValue as unknown;
  const plain = typeof preset === 'string' || typeof preset === 'number';
  if (plain) notes.push(`默认：${what.defaultValueDescription ?? String(preset)}`);
  return notes.length === 0 ? what.description : `${what.description}(${notes.join(';')})`;
}

/** Commander's error as one Chinese sentence; only the words that the person typed or could type are taken from it. */
export function usageSentence(error: CommanderError): string {
  const word = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const guess = /Did you mean (?:one of )?(.+)\?\)/.exec(error.message)?.[1];
  const hint = guess === undefined ? '用 fadu --help 查看用法。' : `是不是 ${guess.replaceAll(', ', '、')}?`;
  switch (error.code) {
    case 'commander.unknownCommand':
      return `没有“${word}”这个命令。${hint}`;
    case 'commander.unknownOption':
      return `没有“${word}”这个选项。${hint}`;
    case 'commander.missingArgument':
      return `缺少参数“${word}”。用 fadu --help 查看用法。`;
    case 'commander.optionMissingArgument':
      return `选项“${word}”后面缺少内容。`;
    case 'commander.missingMandatoryOptionValue':
      return `必须写明选项“${word}”。`;
    case 'commander.excessArguments':
      return '参数太多。用 fadu --help 查看用法。';
    case 'commander.conflictingOption':
      return `选项不能同时使用：${[...error.message.matchAll(/'([^']*)'/g)].map((found) => found[1]).join('、')}。`;
    case 'commander.invalidArgument':
      return invalidArgument(error.message);
    default:
      // `fadu` alone: commander has printed the help.
      return error.code === 'commander.help' ? '请写明命令。' : '命令写得不对。用 fadu --help 查看用法。';
  }
}

/** Our own parsers add a Chinese reason; commander puts its English in front. */
function invalidArgument(message: string): string {
  const found =
    /^error: (?:option|command-argument value) ?'([^']*)'.*? is invalid(?: for argument '[^']*')?\. ?(.*)$/s.exec(
      message,
    );
  // Thrown in an action: the reason alone.
  if (found === null) return message;
  return found[2] === '' ? `“${found[1]}”的内容不对。` : `“${found[1]}”的内容不对：${found[2]}`;
}
