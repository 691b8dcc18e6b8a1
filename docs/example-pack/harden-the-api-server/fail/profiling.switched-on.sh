# A flag without a value is true.
ssh controlplane
sudo sed -i 's|^    - kube-apiserver$|&\n    - --profiling\n    - --tls-min-version=${{ tls }}|' /etc/kubernetes/manifests/kube-apiserver.yaml
