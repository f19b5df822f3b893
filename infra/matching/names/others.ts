/** Names of people who came, or whose parents came, from elsewhere; each with the ways in which it is written here. */
import type { Random } from '../random.ts'
import type { Sex, Surname } from './dutch.ts'

export const ORIGINS = [
  'turkish',
  'moroccan',
  'polish',
  'bulgarian',
  'romanian',
  'surinamese',
  'chinese',
  'ukrainian',
  'vietnamese',
  'syrian',
] as const
export type Origin = (typeof ORIGINS)[number]

/** A name in the written form that the register has, with the others. */
export type Written = readonly string[]
/** `surname`: those of a woman and a man of one family may differ. */
export type FamilyName = Readonly<Record<Sex, readonly Surname[]>>

type Names = {
  m: string
  f: string
  /** Of surnames: whole, or composed of the first and the second list. */
  starts: string
  ends?: { m: string; f: string }
  before?: readonly string[]
}

const NAMES: Readonly<Record<Origin, Names>> = {
  turkish: {
    m: 'Mehmet/Mehmed Mustafa/Mustapha Ahmet/Ahmed Ali Hüseyin/Huseyin/Hussein Hasan/Hassan İbrahim/Ibrahim Murat/Murad Yusuf/Yusef Emre Burak Ömer/Omer Osman Ramazan/Ramadan Kemal Serkan Volkan Fatih Cem/Djem Çetin/Cetin Süleyman/Suleyman/Sulejman Yılmaz/Yilmaz Halil Orhan Recep/Redjep Kaan/Kahn Tolga Deniz Furkan Onur',
    f: 'Fatma/Fatima Ayşe/Ayse/Aysche Emine Hatice/Hatidje Zeynep/Zeyneb Elif Meryem/Merjem Şerife/Serife Zehra Sultan Hanife Merve Büşra/Busra Esra Özlem/Ozlem Gülay/Gulay/Gulaj Songül/Songul Yasemin/Jasemin Sevgi Aylin/Ailin Derya Dilek Nurcan Havva Gizem Tuğba/Tugba Ebru Selin Ceren Melek',
    starts:
      'Ak Kara Öz Demir Yıl Kaya Çelik Taş Aslan Kılıç Doğan Güneş Tekin Er Polat Şahin Yavuz Koç Bozkurt Arslan Aydın Kurt Özkan Şimşek Erdoğan Yıldız Öztürk Acar Bulut Güler Uçar Toprak Çakır Sarı Duman Köse Bayrak Avcı Uysal Tunç Altun Gök Yalçın Aksoy Keskin Gür Can',
    ends: {
      m: ' ,,oğlu,türk,taş,kaya,er,soy,demir,han,tekin,dağ,alp,gül,can,bey,ci,lı,man,el',
      f: ' ,,oğlu,türk,taş,kaya,er,soy,demir,han,tekin,dağ,alp,gül,can,bey,ci,lı,man,el',
    },
  },
  moroccan: {
    m: 'Mohammed/Mohamed/Muhammad/Mohamad Ahmed/Achmed Youssef/Yousef/Jousef/Yusuf Rachid/Rashid Hassan/Hasan Said/Saïd Abdelkader/Abdel-Kader/Abdulkader Mustapha/Mostafa/Moestafa Khalid/Chalid Karim/Kariem Omar/Omer Bilal/Billal Hamza Ayoub/Ajoub Soufiane/Sofian/Soufian Yassine/Jassin/Yasin Anouar/Anwar Jamal/Djamal Driss/Idriss Hicham/Hisham Brahim/Ibrahim Nordin/Noureddine/Nourdin Ilias/Ilyas Zakaria/Zakariya Abdellah/Abdullah/Abdallah Farid/Fareed Mimoun/Mimoen Redouan/Redouane/Redwan',
    f: 'Fatima/Fatiema/Fatma Khadija/Chadija/Khadidja Aicha/Aïcha/Aisha Naima/Naïma Samira/Samiera Latifa/Letifa Rachida/Rashida Malika/Malieka Fatiha Zohra/Zahra Hanane/Hanan Ikram/Iekram Loubna/Lubna Najat/Nadjat Yasmina/Jasmina Karima/Kariema Hafida/Hafieda Mina/Miena Soumaya/Sumaya/Soemaja Imane/Iman Nora/Noura Salma Hayat/Hajat Mounia/Mounya/Moenia Btissam/Ibtissam Siham/Sihame Houda/Huda Asma/Asmae Dounia/Dunya',
    before: ['El', 'Al', 'Ben', 'Aït', 'Bou', 'Ou', ''],
    starts:
      'Amrani Idrissi Bakkali Haddad Mansouri Khattabi Fassi Alaoui Ouali Hamdaoui Azzouzi Yaakoubi Kaddouri Moussaoui Bouzidi Ghazi Mokhtar Allali Haddou Ahmadi Salhi Taghi Berkane Rahmouni Zaoui Fikri Jaouhari Chaoui Karimi Tahiri Ziani Mernissi Hajji Othman Messaoud Yahya Hamid Sadik Brahim Said Rhali Kabir Khayat Filali Kasmi Harrak Morabit Abbassi Lamrini Mouden Qasmi Zarouali Tribak Boujida Akhrif Ajouaou Aarab Azougagh Bouali Chafik Dahman Essaidi Guennoun',
  },
  polish: {
    m: 'Piotr/Pjotr Krzysztof/Krzystof/Christof Andrzej/Andrzey Tomasz/Tomas Paweł/Pawel/Pavel Michał/Michal Marcin/Martin Jakub/Jacub Łukasz/Lukasz/Lucas Grzegorz/Grzegor Adam Mateusz/Matheus Marek Rafał/Rafal Wojciech/Wojtek Kamil Dawid/David Zbigniew Dariusz/Darius Jerzy Mariusz/Marius Jarosław/Jaroslaw Sławomir/Slawomir Bartosz/Bartek Przemysław/Przemyslaw',
    f: 'Anna/Ania Katarzyna/Kasia Małgorzata/Malgorzata/Gosia Agnieszka/Agnieszka Barbara/Basia Ewa/Eva Magdalena/Magda Joanna/Asia Monika/Monica Aleksandra/Alexandra Natalia Karolina/Carolina Justyna/Justina Beata Dorota Jolanta/Jola Iwona/Ivona Paulina Sylwia/Sylvia Weronika/Veronica Zofia/Sofia Patrycja/Patricia Edyta/Edita Kinga Wiktoria/Victoria',
    starts:
      'Kowal Wiśniew Dąbrow Lewandow Zieliń Szymań Woźnia Kozłow Jankow Wojciechow Kwiatkow Krawczy Kaczmar Piotrow Grabow Pawłow Michal Nowakow Wieczor Jabłoń Król Majew Olszew Jawor Malinow Stępn Adamcz Dudziń Górsk Nowic Sikor Witkow Walcza Baran Rutkow Michalak Szewczy Ostrow Tomaszew Pietrza Marcinia Wróblew Zalew Jakubow Jasiń Zawadz Sadow Bąkow Chmielew Włodarczy Borkow Czarn Sawic Urbań Kubia Maciejew Kalinow Szczepań Kucharz',
    ends: { m: 'ski,ski,ski,czyk,ak,ek,wicz,icki', f: 'ska,ska,ska,czyk,ak,ek,wicz,icka' },
  },
  bulgarian: {
    m: 'Ivan/Iwan Georgi/Gheorghi Dimitar/Dimiter/Dimitur Nikolay/Nikolai Petar/Petur/Peter Hristo/Christo Todor Stoyan/Stojan Vasil/Wassil Plamen Krasimir/Krassimir Angel Emil Valentin Yordan/Jordan Asen/Assen Mehmed/Mehmet Hasan/Hassan Metodi Rumen/Roumen',
    f: 'Maria/Mariya Ivanka Elena/Helena Desislava/Dessislava Gergana Daniela/Daniella Svetla/Swetla Radka Yordanka/Jordanka Teodora/Theodora Veselina/Vesselina Nadezhda/Nadejda Snezhana/Snejana Galina Mariana Silviya/Silvia Fatme/Fatma Ayshe/Aishe Zlatka Tsvetelina/Cvetelina',
    starts:
      'Ivan Georgi Dimitr Petr Nikol Stoyan Todor Hrist Vasil Angel Iliy Marin Kol Atanas Stef Yordan Pop Mihayl Kost Rus Bor Tsvetk Asen Radosl Kirch Mladen Stanch Vel Zhelyazk Dobr Miht Penk Gench Ognyan Simeon Trif Zdravk Vladimir Rad Kar Minch Savch Hasan Mehmed Aliy',
    ends: { m: 'ov,ov,ev', f: 'ova,ova,eva' },
  },
  romanian: {
    m: 'Andrei/Andrey Alexandru/Alexandro Ion/Ioan Gheorghe/George Mihai/Mihaj Florin Ionuț/Ionut Cristian/Christian Vasile Marian Adrian Daniel Constantin/Konstantin Nicolae Gabriel Bogdan Ștefan/Stefan Costel Viorel Dumitru/Dimitru',
    f: 'Maria Elena Ioana/Joana Andreea/Andrea Alexandra Mihaela/Michaela Ana Cristina/Christina Daniela Gabriela/Gabriella Simona Florentina Roxana Raluca Nicoleta Mariana Alina Georgiana Denisa Bianca',
    starts:
      'Pop Ion Dumitr Const Stan Gheorg Rad Marin Mih Nicol Flor Drag Il Vasil Tudor Mold Munt Brat Ung Crist Serb Neag Petr Lup Ard Ol Barb Cojoc Voic Zamf Preda Sandu Toma Manol Dobr Grig Albul Bucur Ciob Enach Apost',
    ends: { m: 'escu,escu,eanu,u,an,ea,aru', f: 'escu,escu,eanu,u,an,ea,aru' },
  },
  surinamese: {
    m: 'Rajesh/Radjesh Soerin/Surin Dewanand/Devanand Roy Winston Errol Sergio Clyde Anand Vinod/Winod Radj/Raj Ricardo Stanley Iwan Dinesh/Dienesh Kenneth Humphrey Orlando Armand Glenn Ruben Ashwin/Aswin Soenil/Sunil Michel Romeo Jermaine',
    f: 'Sharmila/Sjarmila Sandhya/Sandya Asha/Asja Shanti/Sjanti Indra Lilian Joyce Muriel Astra Vidya/Widya Soeshila/Sushila Radha Gaitrie/Gayatri Cheryl Jennifer Naomi Rosita Sheila/Sjeila Usha/Oesja Chandra/Tjandra Mireille Melissa Ingrid Geeta/Gieta Priya/Prija',
    starts:
      'Ram Bal Soer Ganesh Kali Maha Radha Jag Sew Bhag Dew Moti Hira Kisoen Biharie Chotoe Gopal Narain Parag Sital Tilak Jhin Durga Amat Kro Wijd Pin Nag Sanch Blij Vre Lin Zee Hel Tja',
    ends: {
      m: 'adhin,persad,singh,dat,dien,lal,bahadoer,charan,nath,pal,doe,gopal,man,bosch,veld,wood,pas',
      f: 'adhin,persad,singh,dat,dien,lal,bahadoer,charan,nath,pal,doe,gopal,man,bosch,veld,wood,pas',
    },
  },
  chinese: {
    m: 'Wei Jian/Chien Ming Jun/Chun Hao Lei/Lui Qiang/Chiang Yong/Yung Bo/Po Feng Guoqiang/Guo-Qiang Zhiwei/Zhi-Wei/Chih-Wei Jianguo/Jian-Guo Haoran/Hao-Ran Xiaoming/Xiao-Ming Zhihao/Zhi-Hao Wenbin/Wen-Bin Tianyu/Tian-Yu',
    f: 'Fang Li/Lee Na Xiuying/Xiu-Ying/Hsiu-Ying Min Jing/Ching Yan/Yen Xia/Hsia Mei Ling/Lin Xiaoli/Xiao-Li Yuhan/Yu-Han Yating/Ya-Ting Meiling/Mei-Ling Huifang/Hui-Fang Xinyi/Xin-Yi Lihua/Li-Hua Shuzhen/Shu-Zhen Yulan/Yu-Lan',
    starts:
      'Wang/Wong Li/Lee Zhang/Chang/Cheung Liu/Lau Chen/Chan Yang/Yeung Huang/Hwang Zhao/Chao Wu/Woo Zhou/Chow Xu/Hsu Sun Ma Zhu/Chu Hu/Woo Guo/Kwok He/Ho Lin/Lam Gao/Kao Luo/Law Zheng/Cheng Liang/Leung Xie/Tse Song/Sung Tang/Tong Han/Hon Feng/Fung Dong/Tung Cao/Tso Peng/Pang Zeng/Tsang Xiao/Hsiao Tian/Tien Pan/Poon Yuan/Yuen Cai/Choi Jiang/Chiang Yu/Yue Du/To Ye/Yip Cheng/Ching Wei/Ngai Su/So Lu/Lo Ding/Ting Ren/Yam Shen/Sham Yao/Yiu Zhong/Chung Cui/Chui Tan/Tam Fan Fang/Fong Shi/Sze Liao/Liu',
  },
  ukrainian: {
    m: 'Oleksandr/Alexander/Oleksander Serhii/Sergey/Serhiy Volodymyr/Vladimir/Wolodymyr Andrii/Andriy/Andrey Mykola/Nikolai Dmytro/Dmitri Ivan Yurii/Yuri/Joeri Viktor/Victor Oleh/Oleg Vasyl/Vasil Mykhailo/Michail/Mikhail Bohdan/Bogdan Taras Maksym/Maxim Artem/Artyom Yevhen/Evgeni Roman Ihor/Igor Anatolii/Anatoly',
    f: 'Olena/Elena Tetiana/Tatiana/Tetyana Nataliia/Natalia/Natalya Oksana/Oxana Iryna/Irina Svitlana/Svetlana Olha/Olga Liudmyla/Lyudmila/Ludmila Mariia/Maria Yuliia/Yulia/Julia Kateryna/Katerina Halyna/Galina Anastasiia/Anastasia Daria/Darya Viktoriia/Victoria Sofiia/Sofia Nadiia/Nadia Valentyna/Valentina Yana/Jana Alina',
    starts:
      'Shevchen Bondaren Kovalen Tkachen Kravchen Oliyny Shevchu Melnychu Kovalchu Polishchu Bondarchu Marchen Lysen Rudenk Savchen Petren Klymen Pavlen Vasylen Ponomaren Karpen Moroz Hryhor Zinchen Demchen Nazaren Romanyu Levchen Panasyu Tymoshen Litvinen Yurchen Kostyuk Semen Danylyu Martynyu Hnatyu Fedoren Yakymen Zakharchen',
    ends: { m: 'ko,k,ko,k', f: 'ko,k,ko,k' },
  },
  vietnamese: {
    m: 'Minh Hùng/Hung Tuấn/Tuan Dũng/Dung Đức/Duc Quang Nam Sơn/Son Thành/Thanh Long Hải/Hai Khánh/Khanh Anh/An Phúc/Phuc Trung Bình/Binh',
    f: 'Lan Hương/Huong Linh Mai Thảo/Thao Trang Ngọc/Ngoc Hạnh/Hanh Hoa Nga Phương/Phuong Thu Yến/Yen Hiền/Hien Kim Nhung Vy Quỳnh/Quynh',
    starts:
      'Nguyễn/Nguyen/Ngyuen Trần/Tran Lê/Le Phạm/Pham Hoàng/Hoang Huỳnh/Huynh Phan Vũ/Vu Võ/Vo Đặng/Dang Bùi/Bui Đỗ/Do Hồ/Ho Ngô/Ngo Dương/Duong Lý/Ly Đinh/Dinh Mai Trịnh/Trinh',
  },
  syrian: {
    m: 'Ahmad/Ahmed Mohammad/Mohammed/Muhamad Khaled/Khalid Omar/Omer Yousef/Youssef Hassan/Hasan Mahmoud/Mahmud Abdulrahman/Abdul-Rahman/Abdelrahman Samer/Samir Bassel/Basel Anas Tarek/Tariq Ibrahim/Ebrahim Fadi/Fady Ziad/Ziyad Hussein/Husain/Hoessein Mustafa/Mostafa Nizar',
    f: 'Fatima/Fatma Aya/Aja Rania/Ranya Nour/Nur Rima/Reema Hala Samar Layla/Leila/Lejla Zainab/Zeinab/Zaynab Maryam/Mariam/Meryem Amal Hiba/Heba Dima/Deema Rasha/Racha Sahar Ghada Yasmin/Jasmin Khadija/Khadeja',
    before: ['Al', 'Al-', 'El', '', ''],
    starts:
      'Hariri Masri Halabi Khatib Sabbagh Najjar Haddad Shami Ahmad Hamwi Kurdi Jabri Sayed Zein Nasser Assad Rifai Qabbani Homsi Darwish Khalil Mousa Barakat Issa Ali Hussein Othman Ibrahim Mahmoud Salem Kassem Fares Hamdan Saleh Shaker Obeid Habib Nahhas',
  },
}

const CYRILLIC: Readonly<Record<string, string>> = {
  shch: 'щ',
  iia: 'ія',
  kh: 'х',
  zh: 'ж',
  ch: 'ч',
  sh: 'ш',
  yu: 'ю',
  ya: 'я',
  ts: 'ц',
  ye: 'є',
  yi: 'ї',
  ii: 'ій',
  ia: 'ія',
  iu: 'ю',
  a: 'а',
  b: 'б',
  c: 'ц',
  d: 'д',
  e: 'е',
  f: 'ф',
  g: 'г',
  h: 'г',
  i: 'і',
  j: 'й',
  k: 'к',
  l: 'л',
  m: 'м',
  n: 'н',
  o: 'о',
  p: 'п',
  q: 'к',
  r: 'р',
  s: 'с',
  t: 'т',
  u: 'у',
  v: 'в',
  w: 'в',
  x: 'х',
  y: 'и',
  z: 'з',
}

/** A name of the Ukraine or of Bulgaria in its own script, about as it is written there. */
export function inCyrillic(name: string): string {
  const small = name.toLowerCase()
  let out = ''
  for (let at = 0; at < small.length; ) {
    const length = [4, 3, 2, 1].find((size) => Object.hasOwn(CYRILLIC, small.slice(at, at + size)))
    const part = small.slice(at, at + (length ?? 1))
    out += CYRILLIC[part] ?? part
    at += length ?? 1
  }
  return out.replace(/(^|[\s-])(\p{L})/gu, (_all, gap: string, letter: string) => gap + letter.toUpperCase())
}

/** A given name of this origin with its other written forms; common ones more often. */
export function givenOf(random: Random, origin: Origin, sex: Sex): Written {
  const all = NAMES[origin][sex].split(' ')
  return (all[Math.floor(random.next() ** 1.5 * all.length)] ?? '').split('/')
}

/** A name of a family of this origin, for its men and its women, each with its other written forms. */
export function familyNameOf(random: Random, origin: Origin): FamilyName {
  const { starts, ends, before } = NAMES[origin]
  const all = starts.split(' ')
  const start = (all[Math.floor(random.next() ** 1.3 * all.length)] ?? '').split('/')
  const ending = ends ? random.int(0, ends.m.split(',').length - 1) : undefined
  const prefix = before ? random.pick(before) : ''
  const of = (sex: Sex): Surname[] =>
    start.map((form) => {
      const end = ending === undefined ? '' : (ends?.[sex].split(',')[ending] ?? '').trim()
      return { prefix: prefix.replace('-', ''), main: glued(form, end) }
    })
  return { m: of('m'), f: of('f') }
}

const glued = (start: string, end: string): string => (end === start.toLowerCase() ? start : start + end)
