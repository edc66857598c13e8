// Upstream asks Kubernetes' own registries what the cases of admission ask Mooring, and prints where the two differ.
//
//	go run . ../src/test/resources/cases/workloads.yaml ...
//
// Cases of a release or of a gate are left out, and those that are no create or replace of a kind that it knows. Of the API server
// only the registries' strategies are asked, and no plug-in:
// that no class lets a claim grow is not told.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"

	apierrors "k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/api/meta"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apiserver/pkg/endpoints/request"
	"k8s.io/apiserver/pkg/registry/rest"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	_ "k8s.io/kubernetes/pkg/apis/apps/install"
	_ "k8s.io/kubernetes/pkg/apis/batch/install"
	_ "k8s.io/kubernetes/pkg/apis/core/install"
	_ "k8s.io/kubernetes/pkg/apis/storage/install"
	"k8s.io/kubernetes/pkg/capabilities"
	"k8s.io/kubernetes/pkg/registry/apps/daemonset"
	"k8s.io/kubernetes/pkg/registry/apps/deployment"
	"k8s.io/kubernetes/pkg/registry/apps/replicaset"
	"k8s.io/kubernetes/pkg/registry/apps/statefulset"
	"k8s.io/kubernetes/pkg/registry/batch/cronjob"
	"k8s.io/kubernetes/pkg/registry/batch/job"
	"k8s.io/kubernetes/pkg/registry/core/namespace"
	"k8s.io/kubernetes/pkg/registry/core/persistentvolume"
	"k8s.io/kubernetes/pkg/registry/core/persistentvolumeclaim"
	"k8s.io/kubernetes/pkg/registry/core/pod"
	"k8s.io/kubernetes/pkg/registry/core/replicationcontroller"
	"k8s.io/kubernetes/pkg/registry/storage/csidriver"
	"k8s.io/kubernetes/pkg/registry/storage/storageclass"
	"k8s.io/kubernetes/pkg/registry/storage/volumeattachment"
	"k8s.io/kubernetes/pkg/registry/storage/volumeattributesclass"
	"sigs.k8s.io/yaml"
)

type strategy interface {
	rest.RESTCreateStrategy
	rest.RESTUpdateStrategy
}

var strategies = map[string]strategy{
	"CSIDriver":             csidriver.Strategy,
	"CronJob":               cronjob.Strategy,
	"DaemonSet":             daemonset.Strategy,
	"Deployment":            deployment.Strategy,
	"Job":                   job.Strategy,
	"Namespace":             namespace.Strategy,
	"PersistentVolume":      persistentvolume.Strategy,
	"PersistentVolumeClaim": persistentvolumeclaim.Strategy,
	"Pod":                   pod.Strategy,
	"ReplicaSet":            replicaset.Strategy,
	"ReplicationController": replicationcontroller.Strategy,
	"StatefulSet":           statefulset.Strategy,
	"StorageClass":          storageclass.Strategy,
	"VolumeAttachment":      volumeattachment.Strategy,
	"VolumeAttributesClass": volumeattributesclass.Strategy,
}

type tree = map[string]any

// file is what AdmissionCasesTest reads.
type file struct {
	Bases map[string]tree `json:"bases"`
	Cases []struct {
		Name    string `json:"name"`
		Base    string `json:"base"`
		In      tree   `json:"in"`
		Old     tree   `json:"old"`
		Stored  tree   `json:"stored"`
		Change  tree   `json:"change"`
		By      string `json:"by"`
		Release string `json:"release"`
		With    string `json:"with"`
		Without string `json:"without"`
	} `json:"cases"`
}

func main() {
	capabilities.Initialize(capabilities.Capabilities{AllowPrivileged: true})
	differ := false
	for _, path := range os.Args[1:] {
		var cases file
		must(yaml.Unmarshal(must1(os.ReadFile(path)), &cases))
		expected := answers(string(must1(os.ReadFile(strings.TrimSuffix(path, ".yaml") + ".txt"))))
		asked := 0
		for _, c := range cases.Cases {
			kind, _ := cases.Bases[c.Base]["kind"].(string)
			if c.Release+c.With+c.Without+c.By != "" || strategies[kind] == nil || !isServed(c.In) || !isServed(c.Change) {
				continue
			}
			asked++
			var old tree
			if c.Old != nil {
				old = merged(copied(cases.Bases[c.Base]), c.Old)
			}
			sent := merged(copied(cases.Bases[c.Base]), c.In)
			upstream, mooring := ask(old, sent, c.Stored, c.Change), expected[c.Name]
			if !slices.Equal(comparable(upstream), comparable(mooring)) {
				differ = true
				fmt.Printf("# %s\n  upstream\n    %s\n  Mooring\n    %s\n", c.Name,
					strings.Join(upstream, "\n    "), strings.Join(mooring, "\n    "))
			}
		}
		fmt.Printf("%s: %d asked\n", path, asked)
	}
	if differ {
		os.Exit(1)
	}
}

// isServed tells whether what is sent says which kind it is, and a kind that there is.
func isServed(change tree) bool {
	_, kind := change["kind"]
	_, version := change["apiVersion"]
	return !kind && !version
}

// ask creates what is sent, or stores the old and updates it; with a change, what is stored with the change.
func ask(old, sent, since, change tree) (lines []string) {
	defer func() {
		if panicked := recover(); panicked != nil {
			lines = []string{fmt.Sprint("panic: ", panicked)}
		}
	}()
	if old == nil {
		object, kind := decoded(sent)
		s, ctx := strategies[kind.Kind], asked(object, kind)
		rest.FillObjectMetaSystemFields(must1(meta.Accessor(object)))
		before := object.DeepCopyObject()
		if err := rest.BeforeCreate(s, ctx, object); err != nil {
			return refusal(err)
		}
		s.PrepareForCreate(ctx, before)
		return append([]string{"admitted"}, warnings(s.WarningsOnCreate(ctx, before))...)
	}
	stored, kind := decoded(old)
	s, ctx := strategies[kind.Kind], asked(stored, kind)
	status := old["status"]
	rest.FillObjectMetaSystemFields(must1(meta.Accessor(stored)))
	must(rest.BeforeCreate(s, ctx, stored))
	must1(meta.Accessor(stored)).SetResourceVersion("1")
	written := encoded(stored, kind)
	if status != nil || since != nil {
		if status != nil {
			written["status"] = status
		}
		stored, _ = decoded(merged(written, since))
	}
	if change != nil {
		sent = merged(copied(written), change)
	}
	updated, _ := decoded(sent)
	must1(meta.Accessor(updated)).SetResourceVersion("1")
	must1(meta.Accessor(updated)).SetUID(must1(meta.Accessor(stored)).GetUID())
	if err := rest.BeforeUpdate(s, ctx, updated, stored); err != nil {
		return refusal(err)
	}
	return append([]string{"admitted"}, warnings(s.WarningsOnUpdate(ctx, updated, stored))...)
}

func asked(object runtime.Object, kind schema.GroupVersionKind) context.Context {
	metadata := must1(meta.Accessor(object))
	ctx := request.WithNamespace(context.Background(), metadata.GetNamespace())
	return request.WithRequestInfo(ctx, &request.RequestInfo{
		APIGroup: kind.Group, APIVersion: kind.Version, Resource: strings.ToLower(kind.Kind) + "s", Name: metadata.GetName()})
}

func decoded(sent tree) (runtime.Object, schema.GroupVersionKind) {
	if spec, ok := sent["spec"].(tree); ok && sent["kind"] == "Pod" && spec["serviceAccountName"] == nil {
		spec["serviceAccountName"] = "default" // as the plug-in ServiceAccount does
	}
	object, kind, err := legacyscheme.Codecs.UniversalDeserializer().Decode(must1(json.Marshal(sent)), nil, nil)
	must(err)
	legacyscheme.Scheme.Default(object)
	version := schema.GroupVersion{Group: kind.Group, Version: runtime.APIVersionInternal}
	return must1(legacyscheme.Scheme.ConvertToVersion(object, version)), *kind
}

func encoded(object runtime.Object, kind schema.GroupVersionKind) tree {
	versioned := must1(legacyscheme.Scheme.ConvertToVersion(object, kind.GroupVersion()))
	var written tree
	must(json.Unmarshal(must1(json.Marshal(versioned)), &written))
	return written
}

func refusal(err error) []string {
	status := err.(apierrors.APIStatus).Status()
	lines := []string{fmt.Sprintf("%d %s", status.Code, status.Reason)}
	for _, cause := range status.Details.Causes {
		lines = append(lines, cause.Field+": "+cause.Message)
	}
	return strings.Split(strings.Join(lines, "\n"), "\n")
}

func warnings(texts []string) []string {
	var lines []string
	for _, text := range texts {
		lines = append(lines, "warning: "+text)
	}
	return lines
}

// answers by the names above them.
func answers(text string) map[string][]string {
	byName := map[string][]string{}
	name := ""
	for _, line := range strings.Split(text, "\n") {
		if strings.HasPrefix(line, "# ") {
			name = line[2:]
		} else if line != "" {
			byName[name] = append(byName[name], line)
		}
	}
	return byName
}

var valued = regexp.MustCompile(`^(.*?: (?:Invalid|Unsupported|Duplicate) value: )([\[{].*)$`)

// comparable leaves out what Mooring shortens: the object that is admitted, what structures print, what differs of immutable ones.
func comparable(lines []string) []string {
	var kept []string
	for _, line := range lines {
		switch {
		case strings.HasPrefix(line, "admitted"):
			kept = append(kept, "admitted")
		case line == "" || strings.HasPrefix(line, "@@") || strings.ContainsAny(line[:1], " +-"):
		default:
			kept = append(kept, withoutStructure(line))
		}
	}
	return kept
}

func withoutStructure(line string) string {
	match := valued.FindStringSubmatch(line)
	if match == nil {
		return line
	}
	for _, short := range []string{"{...}", "[...]"} {
		if rest, ok := strings.CutPrefix(match[2], short); ok {
			return match[1] + "..." + rest
		}
	}
	decoder := json.NewDecoder(strings.NewReader(match[2]))
	var value any
	if decoder.Decode(&value) != nil || decoder.InputOffset() == int64(len("{}")) {
		return line
	}
	return match[1] + "..." + match[2][decoder.InputOffset():]
}

func copied(from tree) tree {
	var into tree
	must(json.Unmarshal(must1(json.Marshal(from)), &into))
	return into
}

// merged by RFC 7396.
func merged(into, change tree) tree {
	for name, value := range change {
		inner, isTree := value.(tree)
		before, wasTree := into[name].(tree)
		switch {
		case value == nil:
			delete(into, name)
		case isTree && wasTree:
			merged(before, inner)
		default:
			into[name] = value
		}
	}
	return into
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func must1[T any](value T, err error) T {
	must(err)
	return value
}
