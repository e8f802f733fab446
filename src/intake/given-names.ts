/* Common given names in the spellings of English texts, folded: two capitals in a row of which the first is one are a person. */
export const givenNames = new Set(
  `aaron abbas abdel abdul abdullah abiy adam adel adrian ahmad ahmed aisha akira alan albert aleksandar aleksander aleksandr aleksei
  alexander alexandra alexei alexey alfonso alfred ali alice alina amina amir amr ana anastasia anatoly anders andre andrea andreas andrei
  andrej andres andrew andrey andrii andriy angela anita ann anna anne annette anthony antonio antony anwar araz arash ariel arif armen
  arthur asad ashraf aung avi ayman aziz barbara beatriz ben benjamin bernard bert bilal bill bjorn bo bob boris brian bruce bruno
  carl carla carlos carmen caroline catherine cecilia charles charlotte chen chris christian christina christine christopher claire
  claude claudia colin craig cristina cyril dag daniel daniela danilo david davyd deborah denis denise diana diego dieter dimitri dina
  dmitri dmitriy dmitry dmytro donald dorothy dragan eduardo edward ehud einar elena elif elisabeth elizabeth ellen emil emily emma
  emmanuel emre enrique eric erik ernest ersin espen esther eva evelyn fatima fatma federica felix ferdinand fernando fiona francesca
  francis francisco franck francois frank franz fred frederic friedrich gabriel gary geir george georges georgi gerald gerard gerhard
  giorgi giovanni giuseppe gordon grace greg gregory grigory guillermo gunter gustavo hadi hakan hamid hanna hannah hans harald harold
  harry hasan hassan heidi heiko helen helena helga henri henrik henry herbert hillary hiroshi hossein hugo humberto hussein ian ibrahim
  ignacio igor ilham ilse imran ines ingrid iqbal irena irina iris isabel isabella ismail ivan ivana ivar ivo jaber jack jacob jacques
  jaime jake jakob james jan jana jane janet janez jared jason javad javier jean jeffrey jennifer jens jeremy jerome jessica jill jim
  jimmy joan joao joe joel johan johannes john jonas jonathan jorge jose josef joseph joshua juan judith julia julian julie julius jun
  jurgen kaja karen karim karin karl kassym katarina kate katerina kathleen katrin keith kemal ken kenneth kerstin kevin khaled khalid
  kim kirill klaus kofi konstantin kristina kurt kyrylo lars laura laurent lee leila lena leo leon leonid li liam lidia lila lin linda
  lisa ljubica lloyd lorenzo louis louise luca lucia luis luisa luiz lukas luka lydia madeleine magnus mahmoud malik manuel marc marcel marco marcos
  marek margaret margarita maria mariam marie marija marina mario marion mark marko marta martin martina mary masoud massoud mateo
  matthew matthias maurice max maxim maya mehmet melinda mevlut michael michal michel michelle miguel mihail mike mikhail mikheil milan milica
  milos mina mira mirjana miroslav mohamed mohammad mohammed mohsen monica moshe mostafa muhammad murat musa mustafa mykhailo mykola
  nabil nadia nadine naftali najib nancy narendra nasser natalia natalie natasha nathan neil nelson nicholas nicolas nicole nikol nikola nikolai nikolay
  nina noah nora norman oksana ola olaf oleg oleh oleksandr oleksii olena olga oliver olivier omar omer orhan oscar osman otto pablo
  paolo patricia patrick paul paula pavel pavlo pedro per peter petr petra petro philip philippe pierre piotr rachel radek radoslaw rafael rahul raj
  ralph ramon ramtane rania rashid raul ravil raymond rebecca recep reem reza ricardo richard rita robert roberto robin rodrigo roger
  roland rolf roman ron ronald rosa rosemary ruben rustem ruth ryan sabine said salah salim salman sam samantha sameh samir samuel sandra
  sara sarah scott sean sebastian selim selma serge sergei sergey sergii sergio sergiy serhii serhiy seyed shimon sigrid silvia simon
  slobodan sofia sonja sophie stefan stefano stella stephane stephen steve steven stuart sue sultan susan svetlana sven svitlana tamar
  tamara tanja tariq tatiana tatyana tayyip ted teresa thabo theodore theresa thomas tim timothy tobias tom tomas tommy tony ulrich ulrike
  umar ursula vadim vadym valentin valentina valeriy vasily vera veronika viacheslav victor victoria viktor viktoria vincent virginia
  vitali vitaly vjosa vladimir vladislav volodymyr vuk vyacheslav wael walid walter wang wendy werner wilhelm william wolfgang xi xavier
  yael yair yaser yasser yevgeny yitzhak yoav yolanda yousef yuri yuriy yusuf yves zahra zaid zainab zalmay zeynep zoran zuzana iva isik
  oyvind halvor signe astrid sigurd torsten mateus emeka chidi kwame amara tendai wanjiru nia bogdan lubna ayse omid faisal musaed saud`
    .split(/\s+/)
    .filter(Boolean),
)
