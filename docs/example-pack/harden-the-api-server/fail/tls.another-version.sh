# Not the version that the report names.
ssh controlplane
sudo sed -i 's|^    - kube-apiserver$|&\n    - --profiling=false\n    - --tls-min-version=${{ other }}|' /etc/kubernetes/manifests/kube-apiserver.yaml
