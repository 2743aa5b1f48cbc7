import type { Person } from '../kernel/index.ts';
import { Dice } from './dice.ts';

/** Surnames that are common among Miao, Yi and Han in western Guizhou. */
const SURNAMES = [...'杨王李张陈罗吴龙石田潘熊陶项禄安陇杜文冉谢聂侯马韩苏周彭何穆顾赵'];
/** 样、例、拟、试、演 in the middle of every name says what it is. */
const MARKS = [...'样例拟试演'];
const LAST = [...'山川松柏云霞梅兰竹菊江河峰岭石泉溪林森桂莲芳荣富贵祥顺安平和明亮春秋华英秀珍琴凤'];

/** Invented people, no two with the same name; phones that no network gives out. */
export class Names {
  readonly #dice: Dice;
  readonly #given = new Set<string>();
  #phones = 0;

  constructor(seed = 'names') {
    this.#dice = new Dice(seed);
  }

  name(): string {
    for (;;) {
      const name = this.#dice.pick(SURNAMES) + this.#dice.pick(MARKS) + this.#dice.pick(LAST);
      if (this.#given.has(name)) continue;
      this.#given.add(name);
      return name;
    }
  }

  phone(): string {
    this.#phones += 1;
    return `000${String(this.#phones).padStart(8, '0')}`;
  }

  /** Somebody with a phone, and an address where a village is given; of its nine groups, one by chance. */
  person(village?: string, group = this.#dice.between(1, 9)): Person {
    const address = village && `${village}${group}组`;
    return { name: this.name(), phone: this.phone(), ...(address ? { address } : {}) };
  }
}
