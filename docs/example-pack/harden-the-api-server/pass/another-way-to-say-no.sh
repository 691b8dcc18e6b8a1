# A switch takes what Go takes for false, and quotes belong to YAML.
ssh controlplane
sudo sed -i 's|^    - kube-apiserver$|&\n    - "--profiling=F"\n    - "--tls-min-version=${{ tls }}"|' /etc/kubernetes/manifests/kube-apiserver.yaml
