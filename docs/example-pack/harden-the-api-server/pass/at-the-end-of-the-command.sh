# Where in the command a flag stands makes no difference.
ssh controlplane
sudo -i
cd /etc/kubernetes/manifests
last=$(grep -n '^    - --' kube-apiserver.yaml | tail -1 | cut -d: -f1)
sed -i "${last}a\\    - --profiling=false" kube-apiserver.yaml
sed -i "${last}a\\    - --tls-min-version=${{ tls }}" kube-apiserver.yaml
