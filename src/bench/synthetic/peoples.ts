/*
 * Made-up names in the scripts of their languages, put together from syllables that are written in Latin letters and
 * in their own: "Maro|Маро". Heads begin with different letters and tails differ in several, or half of all people
 * would look like somebody else.
 */
import type { Chance } from './chance.ts'

interface People {
  language: string
  given: string[]
  heads: string[]
  tails: string[]
  /** Family name first, without a space, in its own script. */
  isFamilyFirst?: true
}

export interface MadeName {
  latin: string
  /** In its own script; null where that is Latin, without accents. */
  own: string | null
  language: string
}

const words = (text: string) => text.split(' ')

const peoples: Record<string, People> = {
  en: {
    language: 'en',
    given: words('Alma Bertrand Clive Dorothy Edgar Frances Graham Harriet Isobel Julian Kenneth Lydia'),
    heads: words('Ash Black Crow Dun East Fair Green Hart Kings Lang Mar North Old Penn Red Stan Thorn Wind'),
    tails: words('worth field combe bridge shaw ington'),
  },
  fr: {
    language: 'fr',
    given: words('Adèle Benoît Clémence Didier Élodie Frédéric Gaëlle Hervé Inès Jérôme Léonie Maxime'),
    heads: words('Aub Bass Char Dor Esc Font Gran Haut Jon Lam Mont Nav Per Rous Sav Tour Val'),
    tails: words('ignac ellier ontaine esnil urin'),
  },
  es: {
    language: 'es',
    given: words('Álvaro Beatriz César Dolores Emilio Fátima Gonzalo Hernán Íñigo Julia Luz Martín'),
    heads: words('Ar Bel Cas Del Esc Fon Gal Her Ib Jim Lop Mor Nav Ord Per Quin Riv Sal Tor Val'),
    tails: words('andez osa igueras ómez ueta'),
  },
  tr: {
    language: 'tr',
    given: words('Ayşe Burçin Çağla Deniz Erdoğmuş Füsun Gökhan Hülya İlker Kâzım Levent Müge'),
    heads: words('Ak Boz Çın Demir Er Gün Kara Ök Sarı Taş Uç Yıl'),
    tails: words('dağlı soylu tepe oğlu çelik'),
  },
  ru: {
    language: 'ru',
    given: words(
      'Arseny|Арсений Bogdan|Богдан Vera|Вера Gleb|Глеб Denis|Денис Yelena|Елена Zoya|Зоя Inna|Инна Kirill|Кирилл Lidia|Лидия Matvei|Матвей Oksana|Оксана',
    ),
    heads: words(
      'Bel|Бел Dub|Дуб Gorod|Город Kolos|Колос Lug|Луг Morev|Морев Novos|Новос Polev|Полев Rog|Рог Sever|Север Tikhom|Тихом Yarom|Яром',
    ),
    tails: words('enko|енко ukhin|ухин itsky|ицкий ovets|овец ayev|аев'),
  },
  el: {
    language: 'el',
    given: words(
      'Andreas|Ανδρέας Vasiliki|Βασιλική Giorgos|Γιώργος Dimitra|Δήμητρα Eleni|Ελένη Zisis|Ζήσης Irini|Ειρήνη Kostas|Κώστας Loukas|Λουκάς Maria|Μαρία',
    ),
    heads: words(
      'Alex|Αλεξ Vassil|Βασιλ Dimit|Δημητ Evang|Ευαγγ Kanel|Κανελ Lamp|Λαμπ Mavr|Μαυρ Nikol|Νικολ Papad|Παπαδ Rall|Ραλλ Stam|Σταμ Theod|Θεοδ',
    ),
    tails: words('opoulos|όπουλος idis|ίδης akis|άκης atos|άτος ellis|έλλης'),
  },
  ar: {
    language: 'ar',
    given: words(
      'Anwar|أنور Bashir|بشير Dina|دينا Farid|فريد Ghada|غادة Hatem|حاتم Jamal|جمال Karim|كريم Layla|ليلى Munir|منير Nadia|نادية Omar|عمر',
    ),
    heads: words(
      'Ab|عب Bas|بس Dar|دار Fay|فاي Hash|هاش Jab|جب Khal|خل Mans|منص Nas|ناص Qas|قاس Rash|راش Sal|صال Tah|طاه Zayd|زيد',
    ),
    tails: words('imi|يمي awi|اوي ouri|وري ani|اني allah|الله'),
  },
  zh: {
    language: 'zh-Hans',
    given: words(
      'Anping|安平 Boyu|博宇 Chenxi|晨曦 Dongmei|冬梅 Fengling|凤玲 Guoliang|国良 Haitao|海涛 Jianhua|建华 Lihong|丽红 Mingzhu|明珠 Peizhi|培芝 Ruolan|若兰',
    ),
    heads: words('Chen|陈 Deng|邓 Fang|方 Gao|高 He|何 Jiang|江 Kong|孔 Liu|刘 Ma|马 Pan|潘 Qian|钱 Song|宋'),
    tails: [''],
    isFamilyFirst: true,
  },
  ka: {
    language: 'ka',
    given: words(
      'Avtandil|ავთანდილ Badri|ბადრი Davit|დავით Eka|ეკა Gia|გია Irakli|ირაკლი Ketevan|ქეთევან Lasha|ლაშა Manana|მანანა Nino|ნინო',
    ),
    heads: words(
      'Abas|აბას Bar|ბარ Chik|ჩიქ Dol|დოლ Gel|გელ Ios|იოს Kob|კობ Lom|ლომ Mel|მელ Nat|ნატ Shav|შავ Tser|წერ',
    ),
    tails: words('idze|იძე ashvili|აშვილი uliani|ულიანი avadze|ავაძე'),
  },
}

export type Language = keyof typeof peoples

export function madeName(chance: Chance, of: Language): MadeName {
  const { language, given, heads, tails, isFamilyFirst } = peoples[of] ?? (peoples.en as People)
  const first = chance.pick(given)
  const second = chance.happens(0.6) ? chance.pick(given.filter((name) => name !== first)) : null
  const [head, tail] = [chance.pick(heads), chance.pick(tails)]
  const in_ = (script: 0 | 1) => {
    const part = (text: string) => text.split('|').at(script === 0 ? 0 : -1) ?? ''
    const family = part(head) + part(tail)
    const own = [part(first), ...(second === null ? [] : [part(second)])]
    if (isFamilyFirst && script === 1) return family + own.join('')
    return (isFamilyFirst ? [family, ...own] : [...own, family]).join(' ')
  }
  return { latin: in_(0), own: head.includes('|') ? in_(1) : null, language }
}
