ssh controlplane
sudo sed -i 's|^    - kube-apiserver$|&\n    - --profiling=false\n    - --tls-min-version=${{ tls }}|' /etc/kubernetes/manifests/kube-apiserver.yaml
