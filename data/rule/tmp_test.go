package rule
import ("testing";"fmt";"sort"
"huoshui/data"
"huoshui/data/sample")
func TestNoise(t *testing.T){
 c:=sample.Make(sample.Options{})
 ps:=map[string]*Person{}; 
 get:=func(id string)*Person{ if ps[id]==nil {ps[id]=&Person{}}; return ps[id]}
 for r:=range c.Records() { switch x:=r.(type){
 case *data.Cadre: y:=*x; get(x.ID).Cadre=&y
 case *data.Resume: y:=*x; p:=get(string(x.Cadre)); p.Resume=append(p.Resume,&y)
 case *data.Family: y:=*x; p:=get(string(x.Cadre)); p.Family=append(p.Family,&y)
 case *data.Appointment: y:=*x; p:=get(string(x.Cadre)); p.Appointments=append(p.Appointments,&y)
 }}
 n:=map[string]int{}; ex:=map[string]string{}; clean:=0
 for _,p:=range ps { f:=Check(*p,202610); if len(f)==0{clean++}; for _,x:=range f { n[x.Rule]++; if n[x.Rule]<6 {ex[x.Rule]+="\n      "+p.Cadre.Name+" "+x.Evidence; for _,r:=range p.Resume {ex[x.Rule]+=" || "+r.Since.String()+string(r.Text)}}}}
 fmt.Println(len(ps),clean)
 ks:=[]string{}; for k:=range n{ks=append(ks,k)}; sort.Strings(ks)
 for _,k:=range ks {fmt.Println(k,n[k],ex[k])}
}
