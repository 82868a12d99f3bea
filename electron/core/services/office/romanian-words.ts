/**
 * Romanian words that make bad passwords, without diacritics: first names, surnames, towns, clubs, terms of endearment, days, the
 * words of an office like this one. The lists of other languages hold few of them.
 */
export const romanian: readonly string[] = `
acasa acces accesul adevar adidas administratorul adrian adriana afaceri agapia alba albastru albina alexandra alexandru alexia alina amalia amanet
amiaza amintire amintiri anamaria anca andra andrada andreea andrei anghel anisoara anotimp antonela antonia aparare apartament aprilie arad
ardeal arges argint ariana armata asistent asistenta asociatia astazi asteptare august aurel aurelia aurica aurora autobuz avocat bacau baiat baiatul
balaur balcescu banat bancomat banii barbat basarab batran beatrice becali bere bianca birou biroul biserica bistrita blestem bobita bogdan bogdana
bomboana bomboane boss bosul botosani braila branza brasov briceag bucatarie bucegi bucurestean bucuresti bucurie bujor buna bunadimineata
bunaseara bunaziua bunica bunicu bunicul busuioc buzau cafea cafeaua cafeluta caine cainele calarasi calatorie calculator calculatorul camelia camera
campina cantec capitan caprioara caramel carmen carolina carpati casa casatorie cascaval catalin catalina catel catelus catelusul catinca ceahlau
ceausescu celula celularul cerb cerul cezar cezara chitara cinci ciobanesc ciocolata ciprian cireasa ciresica clasament claudia claudiu cleopatra
clopotel clopotica cluj clujnapoca coco cojocaru comandant comisar concediu condamnat consilier consilierul constanta constantin contabil
contabilitate coordonator coordonatorul copii copil copilas copilul corina cornel cornelia corvin cosmin cosmina costel costica costin covrig craciun
craiova cristi cristian cristiana cristina crocodil cumpana curcubeu dacia dacialogan daciana dambovita damian dana daniel daniela danubiu danut daria
darius davide decebal decembrie delfin delia denisa despina detinut detinuti detinutul deva diana dimineata dinamobucuresti director directorul doamne
doamneajuta dobre dobrogea domnisoara domnul dorel doria dorin dorina dracula dragobete dragomir dragos dragoste dragostea dragut draguta drumul ducu
dulceata dumitra dumitrescu dumitru dumnezeu dumnezeueste dunarea ecaterina eduard educatoare educatorul elefant elena elisabeta elvira emanuel
emanuela emil emilia emilian eminescu eroina esarfa eugen eugenia evanghelia eveline familia familiamea familie farcas faurar februarie felicia
felicitari fericire fericit fericita fetita ficat filip flavia flavius floare floarea floareasoarelui florea florentin florentina flori florica florin
florina fluturas fluture fluturi focsani fotbal fotbalist frate fratele frumoasa frumos frunza fulg fulger gabi gabriel gabriela galati galben gandac
gardian gardianul garoafa george georgeta georgiana gheata gheorghe gheorghita gherla ghiocei ghiocel ghita giani gica gigel giulesti giurgiu gradina
grasu grigore grivita gura gutuie guvern hagi hagigica haiduc haiducul handbal harghita horatiu horia hotel hristos hunedoara iancu ianuarie iarna
iasi ieri ierusalim ileana ilie ilinca imparat imparateasa inainte inchisoare inel inger ingeras ingerul ingerulmeu inima inimamea inimioara inspector
internet intrare ioan ioana ionel ionela ionescu ionica ionut iordache iosif irina isus iubi iubire iubirea iubireamea iubireavietii iubireavietiimele
iubit iubita iubitamea iubitul iubitulmeu iulia iulian iuliana iulie iunie ivan izabela jandarm jilava jiul judecator jurnal justitia justitie labuna
lacramioara lalele lamaie laptop larevedere larisa laura laurentiu lavanda lavinia legenda lenuta leonard liberare libertate libertatea licurici lidia
liliac liliana linistea livia liviu logan loredana luana lucian luciana lucica ludovic lumina luminita lunea luni lupii luptator lupul macarie madalin
madalina magazin magdalena maicadomnului malina mamaia mamaliga mami mamica mamitica mantuitor maramures marcel marcela margareta margaritar
marian mariana maricica marilena marin marina marinela marinescu marinica marioara marius marti martie martisor masina masinamea matei
mathias medic melania melodia mercur micul mielul miercuri mihaela mihai mihail mihaita mihnea minerul minune mioara miorita mircea mirela
miruna mistret moartea moldova moldoveanu monica monitorul moscraciun mosul motan motanel motocicleta multumesc multumire munte
munteanu muntele mures muresan muzica nadia nadina napoca narcisa nasture natalia neamt nebun nebuna nebunul necunoscut nelu nichita nicolae nicolai
nicoleta nicusor noaptea noaptebuna noemi noiembrie noroc norocos norocul noua obor ochi ochialbastri ochiiverzi octavian octombrie olimpia oltean
oltenia oradea orhidee orice oricum otelul otilia ovidiu padurar padurea palat panselute pantelimon pantera papagal papusa papusica parasuta parinte
parintele paris parola parolacalculator paroladeacces parolagrea parolamea parolanoua parolaparola parolaparolaparola parolasecreta parolasimpla
paroleta pasarea pasari pasarica pasiune pastele patricia patru paula paulica paun pavel pavelescu penitenciare penitenciarele penitenciarul pensie
perla petre petrescu petrica petrisor petronela petru piatra piersica pisica pisicile pisicuta pisoi pitesti plaja ploaie ploiesti poarta politia
politist politistul pompier popa popescu portocala portocale porumbel porumbita prajitura preot presedinte prieten prietena prietene prieteni
prietenia prietenie primar primaria primavara primavaravara principesa printesa printesica printul prislop probatiunea procuror profesoara profesor
profesorul programator prunul psiholog psihologul puisor puiule puiulet puscarie raluca ramona rapid rapidbucuresti rares rata ratusca ravas razvan
rebeca rege regele regina reginamea reinsertie reintegrare reintegrarea relu remus resita retezat ricardo robert roberta rodica roman romana romanescu
romani romaniamare romanul romeo romica rosu rosualbastru rotaru roxana rusu ruxandra sabin sabina salam salut salutare salutari sambata sanatate
sanda sandel sandu sapte sarbatoare sarmale sarut sase satana satumare scoala scoica scorpie scorpion seara secret secretar secretul sefa sefu seful
sentinta septembrie serban sergiu serviciu serviciuldeprobatiune sfanta sfantul sfinx sibiu sighet sighetu siguranta silvia silviu simion simona
sirena slatina slobozia smarald soare soarece soarele sofia soldat sonia soricel sorin sorina sotia sotie sotul speranta
spital stanca stancu stanescu stea steaua steauabucuresti stefan stefanel stefanescu stefania stefanita stejar stela stelele stelian steliana strugure
strugurel student succes suceava sucevita suflet sufletel sufletulmeu suparat superstar supravegherea supraveghetor svetlana targoviste
targujiu targumures tataia tatal tataldumnezeu tatiana taticul tavi teador teiubesc teiubescmult teiubescpuiule telefon telefonulmeu televizor teodor
teodora tepes tiberiu tigaie tigru tigrul timisoara tinerete toader toamna toma tornada tractor traian trandafir trandafiri trandafirrosu trandafir
trandafirul transilvania trecut trei tudor tudora tulcea turist turturica tutun unchiul unirea universitate universitateacraiova unudoitrei
unudoitreipatru ursu ursul ursulet ursuletul usturoi utilizator utilizatorul vacanta vacantamare valcea valentin valentina valeria valeriu vanatoare
vara varful vasile vasilica vaslui venus verde veronica veverita viata viatamea victor victoria victorie vineri vinovat viorea viorel viorica
visare visul visulmeu vlad vladimir vladut voicu voinea voinicul volei vrabie vrabiuta vrajitoare vrancea vreausatebucuri vulpe vulpea vulpita vultur
vulturul zalau zambet zambetul zambila zana zapada zebra zece zeita zimbru ziua ziuamea zodia zorile
`.trim().split(/\s+/);
